'use client';
import { useState } from 'react';
import { useTools } from '../account-context.ts';
import { accountOf } from '../words.ts';
import styles from './bill.module.css';
import { BillLines } from './bill-lines.tsx';
import { Compared } from './compared.tsx';
import { MonthChart } from './month-chart.tsx';
import { monthOf, monthText } from './months.ts';
import { Repeat } from './repeat.tsx';
import { useBills } from './use-bills.ts';

/** What the account pays, month by month, and what it would pay with keys of another class. */
export function BillTab() {
  const { view, caller } = useTools();
  const [chosen, setChosen] = useState<string | null>(null);
  const now = monthOf(view.now);
  // The clock can have been taken back.
  const month = chosen !== null && chosen <= now ? chosen : now;
  const account = accountOf(caller.arn);
  const bills = useBills(account, month);
  if (bills === null) return <p className={styles.muted}>Adding up …</p>;
  return (
    <div className={styles.bill}>
      <div className={styles.side}>
        <MonthChart bills={bills.months} account={account} month={month} onChoose={setChosen} />
        <Repeat />
      </div>
      <div className={styles.main}>
        <h2>
          {monthText(month)}
          {month === now && <span className={styles.muted}> so far</span>}
        </h2>
        {bills.asIs && <BillLines bill={bills.asIs} />}
        {bills.asIs && bills.awsManaged && bills.awsOwned && (
          <Compared asIs={bills.asIs} awsManaged={bills.awsManaged} awsOwned={bills.awsOwned} />
        )}
      </div>
    </div>
  );
}
