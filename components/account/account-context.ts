'use client';
import { createContext, useContext } from 'react';
import type { AccountCaller, AccountStep, CallStep, StepInput } from '@/lib/model/account.ts';
import type { AccountView, KeyView } from '@/lib/model/account-view.ts';
import type { StepOutcome } from '@/lib/model/account-world.ts';
import type { OpenAccount } from './use-account.ts';

/** What every view of the account works with. */
export interface AccountTools extends OpenAccount {
  /** Who acts, and in which Region. */
  readonly caller: AccountCaller & { readonly region: string };
  /** Calls an operation as the caller; `region` where it is another than the chosen one. */
  readonly call: (
    operation: CallStep['operation'],
    input: StepInput,
    more?: { readonly region?: string; readonly times?: number },
  ) => Promise<StepOutcome | null>;
  readonly does: (step: AccountStep) => Promise<StepOutcome | null>;
  /** Shows why a call was decided as it was. */
  readonly showWhy: (requestId: string, title: string) => void;
}

export const AccountContext = createContext<AccountTools | null>(null);

export function useTools(): AccountTools {
  const tools = useContext(AccountContext);
  if (tools === null) throw new Error('outside of an account');
  return tools;
}

/** The key's alias, or its id where it has none. */
export function nameOf(key: Pick<KeyView, 'aliases' | 'keyId'>): string {
  return key.aliases[0] ?? key.keyId;
}

export function findKey(view: AccountView, keyId: string, region: string): KeyView | undefined {
  return view.keys.find((key) => key.keyId === keyId && key.region === region);
}
