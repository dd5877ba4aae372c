import type { Randomness } from '../keys/types.ts';
import { Random } from './random.ts';
import { groupOf, idOf, type Store, tableNames } from './store.ts';
import type { Table } from './table.ts';
import type { TrailRecord } from './trail.ts';
import type { KeyCore, KeyRecord, TableName, Tables, WorldSettings } from './types.ts';

type Changes = { [Name in TableName]: Map<string, Tables[Name] | null> };

/**
 * A world as a call or an event sees and changes it. Nothing reaches the world before `commit`, so that a call that
 * fails leaves no trace but its record in the trail.
 */
export class Draft {
  readonly now: number;
  readonly settings: WorldSettings;
  readonly random: Random;
  readonly randomness: Randomness;
  readonly events: TrailRecord[] = [];
  private readonly store: Store;
  private readonly changes: Changes = {
    accounts: new Map(),
    cores: new Map(),
    keys: new Map(),
    aliases: new Map(),
    grants: new Map(),
    keyStores: new Map(),
    usages: new Map(),
    imports: new Map(),
    accessKeys: new Map(),
  };

  constructor(
    store: Store,
    settings: WorldSettings,
    generateRsa?: Randomness['generateRsa'],
    now = settings.now,
  ) {
    this.store = store;
    this.settings = settings;
    this.now = now;
    this.random = new Random(settings.seed, `turn/${settings.turn}`);
    this.randomness = {
      randomBytes: this.random.bytes,
      ...(generateRsa !== undefined && { generateRsa }),
    };
  }

  get<Name extends TableName>(name: Name, id: string): Tables[Name] | undefined {
    const changed = this.changesOf(name).get(id);
    if (changed === null) return undefined;
    return changed ?? this.table(name).get(id);
  }

  /** The records of a group (see `store.ts`), changes included. */
  group<Name extends TableName>(name: Name, group: string): Tables[Name][] {
    const table = this.table(name);
    const changes = this.changesOf(name);
    const before = table.group(group);
    if (changes.size === 0) return before;
    const seen = new Set<string>();
    const found: Tables[Name][] = [];
    const add = (id: string, row: Tables[Name] | undefined) => {
      seen.add(id);
      if (row !== undefined && groupOf(name, row) === group) found.push(row);
    };
    for (const row of before) add(idOf(name, row), this.get(name, idOf(name, row)));
    for (const [id, row] of changes) if (row !== null && !seen.has(id)) add(id, row);
    return found;
  }

  /** All records of a table, changes included. */
  all<Name extends TableName>(name: Name): Tables[Name][] {
    const changes = this.changesOf(name);
    const table = this.table(name);
    const found: Tables[Name][] = [];
    for (const row of table.values()) {
      const now = changes.has(idOf(name, row)) ? changes.get(idOf(name, row)) : row;
      if (now) found.push(now);
    }
    for (const [id, row] of changes) if (row !== null && table.get(id) === undefined) found.push(row);
    return found;
  }

  put<Name extends TableName>(name: Name, row: Tables[Name]): void {
    this.changesOf(name).set(idOf(name, row), row);
  }

  drop(name: TableName, id: string): void {
    this.changesOf(name).set(id, null);
  }

  /** Changes some properties of a key. */
  updateKey(key: KeyRecord, changes: Partial<KeyRecord>): void {
    this.put('keys', { ...this.key(key.arn), ...changes });
  }

  /** Changes some of what related keys share. */
  updateCore(core: KeyCore, changes: Partial<KeyCore>): void {
    this.put('cores', { ...(this.get('cores', core.id) ?? core), ...changes });
  }

  key(arn: string): KeyRecord {
    const key = this.get('keys', arn);
    if (key === undefined) throw new Error(`no key ${arn}`);
    return key;
  }

  core(key: KeyRecord): KeyCore {
    const core = this.get('cores', key.coreId);
    if (core === undefined) throw new Error(`no core of ${key.arn}`);
    return core;
  }

  /** The keys that share the core: the key itself and, for a multi-Region key, its relatives. */
  related(core: KeyCore): KeyRecord[] {
    return core.regions
      .map((region) => this.get('keys', keyArn(region, core.account, core.keyId)))
      .filter((key) => key !== undefined);
  }

  /** Writes the changes into the world. Returns the ARNs of the keys about which policies may answer otherwise now. */
  commit(): ReadonlySet<string> {
    const touched = new Set<string>();
    for (const name of ['keys', 'aliases', 'grants'] as const) this.noteKeys(name, touched);
    for (const core of this.changes.cores.values()) {
      for (const region of core?.regions ?? [])
        touched.add(keyArn(region, core?.account ?? '', core?.keyId ?? ''));
    }
    for (const name of tableNames) this.write(name);
    return touched;
  }

  /** Identities or organizations changed, which concerns every key. */
  get changesAccounts(): boolean {
    return this.changes.accounts.size > 0;
  }

  private noteKeys(name: 'aliases' | 'grants' | 'keys', touched: Set<string>): void {
    for (const [id, row] of this.changesOf(name)) {
      for (const version of [row, this.table(name).get(id)]) {
        if (version) touched.add('keyArn' in version ? version.keyArn : version.arn);
      }
    }
  }

  private write<Name extends TableName>(name: Name): void {
    const table = this.table(name);
    for (const [id, row] of this.changesOf(name)) {
      if (row === null) table.drop(id);
      else table.put(row);
    }
  }

  private table<Name extends TableName>(name: Name): Table<Tables[Name]> {
    return this.store[name];
  }

  private changesOf<Name extends TableName>(name: Name): Map<string, Tables[Name] | null> {
    return this.changes[name];
  }
}

export function keyArn(region: string, account: string, keyId: string): string {
  return `arn:aws:kms:${region}:${account}:key/${keyId}`;
}

export function aliasArn(region: string, account: string, name: string): string {
  return `arn:aws:kms:${region}:${account}:${name}`;
}

/** The last part of a key's ARN. */
export function keyIdOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
