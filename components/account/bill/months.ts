/* Months of the simulated clock, as the bill counts them: in UTC. */

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-03`. */
export function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}

/** The latest months up to the one that is under way, the oldest first; none before the world began. */
export function monthsUntil(now: number, began: number, count: number): readonly string[] {
  const months: string[] = [];
  const time = new Date(now);
  let [year, month] = [time.getUTCFullYear(), time.getUTCMonth()];
  while (months.length < count && Date.UTC(year, month + 1) > began) {
    months.push(monthOf(Date.UTC(year, month)));
    month -= 1;
    if (month < 0) {
      month = 11;
      year -= 1;
    }
  }
  return months.reverse();
}

/** `Mar 2026`. */
export function monthText(month: string): string {
  const [year, number = '1'] = month.split('-');
  return `${names[Number(number) - 1]} ${year}`;
}

/** US dollars; small amounts with as many digits as they need. */
export function dollars(amount: number): string {
  const digits = amount !== 0 && Math.abs(amount) < 0.01 ? 6 : 2;
  return `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: digits })}`;
}
