import { Table } from './table.ts';
import type { TableName, Tables } from './types.ts';

export type Store = { readonly [Name in TableName]: Table<Tables[Name]> };

/** `account/Region`: where keys and key stores are listed. */
export const placeOf = (account: string, region: string): string => `${account}/${region}`;

interface Shape<Row> {
  readonly id: (row: Row) => string;
  /** By what else records are looked up. */
  readonly group: (row: Row) => string;
}

const shapes: { readonly [Name in TableName]: Shape<Tables[Name]> } = {
  accounts: { id: ({ id }) => id, group: () => '' },
  cores: { id: ({ id }) => id, group: ({ account }) => account },
  keys: { id: ({ arn }) => arn, group: ({ account, region }) => placeOf(account, region) },
  aliases: { id: ({ arn }) => arn, group: ({ keyArn }) => keyArn },
  grants: { id: ({ grantId }) => grantId, group: ({ keyArn }) => keyArn },
  keyStores: { id: ({ id }) => id, group: ({ account, region }) => placeOf(account, region) },
  usages: { id: ({ keyArn }) => keyArn, group: () => '' },
  imports: { id: ({ token }) => token, group: ({ keyArn }) => keyArn },
  accessKeys: { id: ({ id }) => id, group: ({ principal }) => principal },
};

export const tableNames = Object.keys(shapes) as TableName[];

export function idOf<Name extends TableName>(table: Name, row: Tables[Name]): string {
  return shapes[table].id(row);
}

export function groupOf<Name extends TableName>(table: Name, row: Tables[Name]): string {
  return shapes[table].group(row);
}

export type Rows = { readonly [Name in TableName]: readonly Tables[Name][] };

export const noRows: Rows = {
  accounts: [],
  cores: [],
  keys: [],
  aliases: [],
  grants: [],
  keyStores: [],
  usages: [],
  imports: [],
  accessKeys: [],
};

function makeTable<Name extends TableName>(name: Name, rows: Rows): Table<Tables[Name]> {
  const list: readonly Tables[Name][] = rows[name];
  return new Table<Tables[Name]>(shapes[name].id, shapes[name].group, list);
}

/** Tables with these records. */
export function makeStore(rows: Rows): Store {
  return {
    accounts: makeTable('accounts', rows),
    cores: makeTable('cores', rows),
    keys: makeTable('keys', rows),
    aliases: makeTable('aliases', rows),
    grants: makeTable('grants', rows),
    keyStores: makeTable('keyStores', rows),
    usages: makeTable('usages', rows),
    imports: makeTable('imports', rows),
    accessKeys: makeTable('accessKeys', rows),
  };
}

/** The records of all tables, in the order in which they came. */
export function rowsOf(store: Store): Rows {
  return {
    accounts: [...store.accounts.values()],
    cores: [...store.cores.values()],
    keys: [...store.keys.values()],
    aliases: [...store.aliases.values()],
    grants: [...store.grants.values()],
    keyStores: [...store.keyStores.values()],
    usages: [...store.usages.values()],
    imports: [...store.imports.values()],
    accessKeys: [...store.accessKeys.values()],
  };
}
