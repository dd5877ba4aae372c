/** Records by id, and ids by one more property. Records are never changed, only replaced. */
export class Table<Row> {
  private readonly rows: Map<string, Row>;
  private readonly index = new Map<string, Set<string>>();
  private readonly idOf: (row: Row) => string;
  private readonly groupOf: (row: Row) => string;

  constructor(idOf: (row: Row) => string, groupOf: (row: Row) => string, rows: Iterable<Row> = []) {
    this.idOf = idOf;
    this.groupOf = groupOf;
    this.rows = new Map();
    for (const row of rows) this.put(row);
  }

  get size(): number {
    return this.rows.size;
  }

  get(id: string): Row | undefined {
    return this.rows.get(id);
  }

  values(): IterableIterator<Row> {
    return this.rows.values();
  }

  /** The records of a group, in the order in which they came. */
  group(name: string): Row[] {
    const found: Row[] = [];
    for (const id of this.index.get(name) ?? []) {
      const row = this.rows.get(id);
      if (row !== undefined) found.push(row);
    }
    return found;
  }

  put(row: Row): void {
    const id = this.idOf(row);
    const group = this.groupOf(row);
    const old = this.rows.get(id);
    const oldGroup = old === undefined ? undefined : this.groupOf(old);
    this.rows.set(id, row);
    if (oldGroup === group) return;
    if (oldGroup !== undefined) this.index.get(oldGroup)?.delete(id);
    const ids = this.index.get(group);
    if (ids === undefined) this.index.set(group, new Set([id]));
    else ids.add(id);
  }

  drop(id: string): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows.delete(id);
    const group = this.groupOf(row);
    const ids = this.index.get(group);
    ids?.delete(id);
    if (ids?.size === 0) this.index.delete(group);
  }

  fork(): Table<Row> {
    return new Table(this.idOf, this.groupOf, this.rows.values());
  }
}
