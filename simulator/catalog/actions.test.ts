import { describe, expect, test } from 'vitest';
import { type ActionRow, actions } from './actions.ts';
import { grantOperations } from './grants.ts';
import { operationNames, operations } from './operations.ts';
import type { Operation } from './types.ts';

const actionRows: Readonly<Record<string, ActionRow>> = actions;
const operationRows: readonly Operation[] = operationNames.map((name) => operations[name]);

/** The action rows that an operation's permissions name, without the IAM one of CreateKey. */
function kmsActions(row: Operation): string[] {
  return row.permissions.flatMap(({ action }) => (action.startsWith('kms:') ? [action.slice(4)] : []));
}

describe('actions and operations agree', () => {
  test('every permission is an action', () => {
    for (const name of operationRows.flatMap(kmsActions)) expect(actionRows).toHaveProperty(name);
  });

  test('on access level, where it is published', () => {
    for (const row of operationRows) {
      const own = kmsActions(row)[0];
      if (own === undefined || row.accessLevel === null) continue;
      expect([own, actionRows[own]?.level]).toEqual([own, row.accessLevel]);
    }
  });

  test('on cross-account use and on naming the key by an alias', () => {
    for (const row of operationRows) {
      const own = kmsActions(row)[0];
      if (own === undefined) continue;
      expect([own, actionRows[own]?.crossAccount]).toEqual([own, row.crossAccount === 'yes']);
      expect([own, actionRows[own]?.byAlias]).toEqual([own, row.keyIdentifiers === 'any']);
    }
  });

  test('on what a grant may allow', () => {
    const grantable = Object.keys(actionRows).filter((name) => actionRows[name]?.grantable);
    expect(grantable.sort()).toEqual(Object.keys(grantOperations).sort());
  });
});
