'use client';
import { useEffect, useState } from 'react';
import type { AccountBill, Bill, WhatIf } from '@/simulator/index.ts';
import { useTools } from '../account-context.ts';
import { monthsUntil } from './months.ts';

export interface Bills {
  /** The latest months, one bill each, the oldest first. */
  readonly months: readonly Bill[];
  /** The chosen month: as it is, and were the keys of another class. */
  readonly asIs: AccountBill | undefined;
  readonly awsManaged: AccountBill | undefined;
  readonly awsOwned: AccountBill | undefined;
}

const shownMonths = 12;

/** The bills of an account, made anew after each step; null while they are made for the first time. */
export function useBills(account: string, month: string): Bills | null {
  const { client, view } = useTools();
  const [bills, setBills] = useState<Bills | null>(null);
  useEffect(() => {
    let isHere = true;
    const began = Math.min(view.now, ...view.keys.map(({ createdAt }) => createdAt));
    const of = (bill: Bill) => bill.accounts.find((one) => one.account === account);
    const supposed = (keyClass: WhatIf['keyClass']) => client.ask('bill', month, { keyClass }).then(of);
    Promise.all([
      Promise.all(monthsUntil(view.now, began, shownMonths).map((one) => client.ask('bill', one, null))),
      client.ask('bill', month, null).then(of),
      supposed('awsManaged'),
      supposed('awsOwned'),
    ]).then(
      ([months, asIs, awsManaged, awsOwned]) => {
        if (isHere) setBills({ months, asIs, awsManaged, awsOwned });
      },
      // The world was closed meanwhile; the next one is asked anew.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [client, view, account, month]);
  return bills;
}
