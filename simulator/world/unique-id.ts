import { Random } from './random.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An id such as IAM gives out, made from what it stands for: `AROA…` for roles, `AIDA…` for users. */
export function uniqueId(prefix: string, of: string): string {
  let id = prefix;
  for (const byte of new Random(prefix, of).bytes(17)) id += letters[byte % letters.length];
  return id;
}

/** The id of a role, by which its sessions go, too; a session's ARN does not tell the role's path. */
export function roleId(account: string, name: string): string {
  return uniqueId('AROA', `${account}/${name}`);
}
