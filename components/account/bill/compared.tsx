import {
  type ClassCell,
  type KeyClassCharacteristic,
  keyClassCharacteristics,
} from '@/simulator/catalog/key-classes.ts';
import type { AccountBill } from '@/simulator/index.ts';
import styles from './bill.module.css';
import { dollars } from './months.ts';

interface ComparedProps {
  readonly asIs: AccountBill;
  readonly awsManaged: AccountBill;
  readonly awsOwned: AccountBill;
}

const rows: readonly KeyClassCharacteristic[] = Object.values(keyClassCharacteristics);

const has = (cell: ClassCell): boolean => cell.answer === true;

/** Prices and quotas are nothing that anybody would miss. */
const limits: readonly string[] = ['pricing', 'requestQuotas', 'resourceQuotas'];

/** What is there with a customer managed key and not with another class. */
const lost = (other: 'awsManaged' | 'awsOwned') =>
  rows
    .filter((row) => has(row.customerManaged) && !has(row[other]) && !limits.includes(row.source))
    .map(({ label }) => label);

/** The same use with keys of each class: what it costs, and what it takes away. */
export function Compared({ asIs, awsManaged, awsOwned }: ComparedProps) {
  const storage = (bill: AccountBill) =>
    bill.lines.reduce((sum, line) => sum + (line.kind === 'storage' ? line.amount : 0), 0);
  const columns = [
    { name: 'As it is', bill: asIs },
    { name: 'AWS managed', bill: awsManaged },
    { name: 'AWS owned', bill: awsOwned },
  ];
  const line = (name: string, amountOf: (bill: AccountBill) => number) => (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column) => (
        <td key={column.name}>{dollars(amountOf(column.bill))}</td>
      ))}
    </tr>
  );
  return (
    <section aria-label="What if these were AWS managed?">
      <h3>What if these were AWS managed?</h3>
      <p className={styles.muted}>
        The same month with the same use. Only symmetric, single-Region keys with key material of KMS could be
        of another class; the others stay as they are.
      </p>
      <table className={`${styles.lines} ${styles.compared}`}>
        <thead>
          <tr>
            <td />
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {line('Keys', storage)}
          {line('Requests', (bill) => bill.total - storage(bill))}
          {line('Total', ({ total }) => total)}
        </tbody>
      </table>
      <details className={styles.lost}>
        <summary>What you would give up</summary>
        <h4>With AWS managed keys</h4>
        <ul>
          {lost('awsManaged').map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
        <h4>With AWS owned keys</h4>
        <ul>
          {lost('awsOwned').map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
