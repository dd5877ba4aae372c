/** Lines `name = value`, aligned in runs of members that take one line each. */
export function aligned(members: readonly (readonly [name: string, value: string])[]): readonly string[] {
  const isShort = ([, value]: readonly [string, string]) => !value.includes('\n');
  return members.map((member, index) => {
    if (!isShort(member)) return `${member[0]} = ${member[1]}`;
    let [start, end] = [index, index];
    while (members[start - 1] && isShort(members[start - 1] ?? member)) start--;
    while (members[end + 1] && isShort(members[end + 1] ?? member)) end++;
    const width = Math.max(...members.slice(start, end + 1).map(([name]) => name.length));
    return `${member[0].padEnd(width)} = ${member[1]}`;
  });
}
