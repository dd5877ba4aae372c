'use client';
import { freeRequestsPerMonth } from '@/simulator/catalog/prices.ts';
import { sources } from '@/simulator/catalog/sources.ts';
import type { AccountBill, BillLine, Unpriced } from '@/simulator/index.ts';
import { nameOf, useTools } from '../account-context.ts';
import { plural, shortId } from '../words.ts';
import styles from './bill.module.css';
import { byClass, byKey, lineName } from './lines.ts';
import { dollars } from './months.ts';

const whys: Readonly<Record<keyof Unpriced, string>> = {
  failed: 'failed: whether AWS charges them is not documented',
  noPublishedPrice: 'without a published price',
  paidByService: 'paid by the service',
  ofServicePrincipals: 'made by services themselves: whom AWS charges is not documented',
  notPossible: 'not possible with keys of that class',
};

/** A month's bill: by class, by key, and every line with the rule it comes from. */
export function BillLines({ bill }: { bill: AccountBill }) {
  const { view } = useTools();
  const keyName = (arn: string) => {
    const key = view.keys.find((one) => one.arn === arn);
    return key ? nameOf(key) : `${shortId(arn.split('/').at(-1) ?? arn)}, deleted`;
  };
  const unpriced = (Object.keys(whys) as (keyof Unpriced)[]).filter((why) => bill.unpriced[why] > 0);
  if (bill.lines.length === 0 && unpriced.length === 0) {
    return (
      <p className={styles.muted}>
        Nothing to pay. AWS managed keys cost nothing to keep, AWS owned keys nothing at all, and the first{' '}
        {plural(freeRequestsPerMonth, 'request')} of a month are free.
      </p>
    );
  }
  return (
    <>
      <table className={styles.lines}>
        <caption>By rule</caption>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">How much</th>
            <th scope="col">US$</th>
          </tr>
        </thead>
        <tbody>
          {bill.lines.map((line) => (
            <tr
              key={
                line.kind === 'storage'
                  ? `${line.keyArn}/${line.rule}/${line.hours}`
                  : `${line.rule}/${line.keyClass}`
              }
            >
              <th scope="row">
                <a href={sources[line.source].url}>{lineName(line)}</a>
                {line.kind === 'storage' && <span className={styles.muted}> {keyName(line.keyArn)}</span>}
              </th>
              <td>{quantity(line)}</td>
              <td>{dollars(line.amount)}</td>
            </tr>
          ))}
          <tr className={styles.total}>
            <th scope="row">Total</th>
            <td />
            <td>{dollars(bill.total)}</td>
          </tr>
        </tbody>
      </table>
      {unpriced.length > 0 && (
        <ul className={styles.unpriced}>
          {unpriced.map((why) => (
            <li key={why}>
              Not on the bill: {plural(bill.unpriced[why], 'request')} {whys[why]}.
            </li>
          ))}
        </ul>
      )}
      <div className={styles.sums}>
        <Sums title="By class" sums={byClass(bill)} />
        <Sums title="By key" sums={byKey(bill).map((one) => ({ ...one, name: keyName(one.keyArn) }))} />
      </div>
    </>
  );
}

function quantity(line: BillLine): string {
  if (line.kind === 'storage') return `${line.hours.toLocaleString('en-US')} of ${line.hoursOfMonth} hours`;
  const { requests, free } = line;
  const count = plural(requests, 'request');
  return free > 0 ? `${count}, ${free.toLocaleString('en-US')} of them free` : count;
}

interface SumsProps {
  readonly title: string;
  readonly sums: readonly { readonly name: string; readonly amount: number }[];
}

function Sums({ title, sums }: SumsProps) {
  if (sums.length === 0) return null;
  return (
    <table className={styles.lines}>
      <caption>{title}</caption>
      <tbody>
        {sums.map(({ name, amount }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{dollars(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
