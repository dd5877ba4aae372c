/* Account ids that may be somebody's own: to be pointed out before a state is shared. */

/** Ids that AWS's documentation uses in its examples, in the order in which they stand in for others. */
const examples = ['111122223333', '444455556666', '777788889999', '123456789012', '999999999999'];

const standIns = [...new Set([...examples, ...Array.from('012345678', (digit) => digit.repeat(12))])];

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const accountOrUuid = new RegExp(`${uuid}|(?<!\\w)\\d{12}(?!\\w)`, 'gi');

/** Example accounts, and ids that are one digit repeated, which AWS's examples also use. */
function isExample(id: string): boolean {
  return examples.includes(id) || /^(\d)\1{11}$/.test(id);
}

/** Twelve digits in a text that are none of AWS's examples, each once. Parts of UUIDs are none. */
export function realAccountIds(text: string): readonly string[] {
  const found = [...text.matchAll(accountOrUuid)].map(([match]) => match);
  return [...new Set(found.filter((match) => match.length === 12 && !isExample(match)))];
}

/** The text with an example account for each account of its own; the same account stays the same. */
export function withExampleAccounts(text: string): string {
  const used = new Set([...text.matchAll(accountOrUuid)].map(([match]) => match));
  const free = standIns.filter((id) => !used.has(id));
  const replacements = new Map(
    // Past all examples, ids that at least nobody was given for being easy to remember.
    realAccountIds(text).map((id, index) => [id, free[index] ?? `${100_000_000_000 + index}`] as const),
  );
  return text.replace(accountOrUuid, (match) => replacements.get(match) ?? match);
}
