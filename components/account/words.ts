/* Times, spans and names as this page writes them. The simulated clock is in UTC throughout. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (part: number): string => `${part}`.padStart(2, '0');

/** `1 Mar 2026`. */
export function dayText(at: number): string {
  const time = new Date(at);
  return `${time.getUTCDate()} ${months[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
}

/** `09:05:00`. */
export function clockText(at: number): string {
  const time = new Date(at);
  return [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(two).join(':');
}

/** `1 Mar 2026, 09:05:00`. */
export const timeText = (at: number): string => `${dayText(at)}, ${clockText(at)}`;

const day = 86_400_000;

/** How far off a time is: `in 12 days`, `in 3 hours`, `now`. */
export function untilText(at: number, now: number): string {
  const span = at - now;
  if (span <= 0) return 'now';
  if (span >= 2 * day) return `in ${plural(Math.floor(span / day), 'day')}`;
  if (span >= 3_600_000) return `in ${plural(Math.floor(span / 3_600_000), 'hour')}`;
  return `in ${plural(Math.ceil(span / 60_000), 'minute')}`;
}

/** `1 key`, `2 keys`, `20,000 requests`. */
export function plural(count: number, word: string): string {
  return `${count.toLocaleString('en-US')} ${word}${count === 1 ? '' : 's'}`;
}

/** What people call an identity: `role app`, `user alice`, `root user`, a service's own name. */
export function principalName(arn: string): string {
  const [, kind, name] =
    /^arn:[^:]+:(?:iam|sts)::\d{12}:(user|role|assumed-role|root)(?:\/(.+))?$/.exec(arn) ?? [];
  if (kind === 'root') return 'root user';
  return name === undefined ? arn : `${kind === 'assumed-role' ? 'session' : kind} ${name}`;
}

export const accountOf = (arn: string): string => arn.split(':')[4] ?? '';

/** The same day and time, so many months later; the month's last day where it has no such day. */
export function monthsLater(at: number, count: number): number {
  const time = new Date(at);
  const dayOfMonth = time.getUTCDate();
  time.setUTCDate(1);
  time.setUTCMonth(time.getUTCMonth() + count);
  const last = new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate();
  time.setUTCDate(Math.min(dayOfMonth, last));
  return time.getTime();
}

/** The first characters of a long id. */
export const shortId = (id: string): string => (id.length > 12 ? `${id.slice(0, 8)}…` : id);
