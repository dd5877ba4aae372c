import type { World } from '../operations/world.ts';

export interface AccountOptions {
  /** Whose administrator calls with an access key that nobody knows. */
  readonly defaultAccount?: string;
}

/** The account of callers with credentials that stand for nobody, such as `test`. */
export const usualAccount = '111122223333';

const name = 'administrator';

const everything = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

/**
 * The administrator of an account: of the one that the access key names with its 12 digits, else of the default one.
 * Account and identity are made when they are first needed. An IAM user, not root: key policies count for it.
 */
export async function administratorOf(
  world: World,
  accessKeyId: string,
  options: AccountOptions,
): Promise<string> {
  const account = /^\d{12}$/.test(accessKeyId) ? accessKeyId : (options.defaultAccount ?? usualAccount);
  const arn = `arn:aws:iam::${account}:user/${name}`;
  if (!world.account(account)?.identities.some((identity) => identity.arn === arn)) {
    await world.settled();
    world.amend({
      newAccounts: [account],
      accounts: { [account]: { users: { [name]: { policies: { AdministratorAccess: everything } } } } },
    });
  }
  return arn;
}
