import type { Bill } from '@/simulator/index.ts';
import styles from './bill.module.css';
import { dollars, monthText } from './months.ts';

interface MonthChartProps {
  readonly bills: readonly Bill[];
  readonly account: string;
  readonly month: string;
  readonly onChoose: (month: string) => void;
}

/** The months as bars: what keeping keys costs, and requests after it. Chart and table in one. */
export function MonthChart({ bills, account, month, onChoose }: MonthChartProps) {
  const rows = bills.map((bill) => {
    const lines = bill.accounts.find((one) => one.account === account)?.lines ?? [];
    const sum = (kind: 'requests' | 'storage') =>
      lines.reduce((total, line) => total + (line.kind === kind ? line.amount : 0), 0);
    return { month: bill.month, keys: sum('storage'), requests: sum('requests') };
  });
  const most = Math.max(0.01, ...rows.map(({ keys, requests }) => keys + requests));
  return (
    <table className={styles.months}>
      <caption>Account {account}, the latest months</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Keys</th>
          <th scope="col">Requests</th>
          <th scope="col" className={styles.bars}>
            <span className={styles.legend} data-part="keys" /> Keys{' '}
            <span className={styles.legend} data-part="requests" /> Requests
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.month}>
            <th scope="row">
              <button
                type="button"
                aria-current={row.month === month ? 'true' : undefined}
                onClick={() => onChoose(row.month)}
              >
                {monthText(row.month)}
              </button>
            </th>
            <td>{dollars(row.keys)}</td>
            <td>{dollars(row.requests)}</td>
            <td className={styles.bars}>
              <svg width="100%" height="12" aria-hidden="true">
                <rect width={`${(row.keys / most) * 100}%`} height="12" className={styles.keys} />
                <rect
                  x={`${(row.keys / most) * 100}%`}
                  width={`${(row.requests / most) * 100}%`}
                  height="12"
                  className={styles.requests}
                />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
