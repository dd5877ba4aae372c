import 'server-only';
import type { NewPolicy, PolicyChange, ServerPolicy } from '@/lib/model/saved-policy.ts';
import { type Database, isDuplicate } from './database.ts';
import type { Learner } from './learner.ts';

/** Far above what anybody keeps, and a bound for what one cookie can fill. */
const MAX_POLICIES = 1000;

export type WriteResult =
  | { readonly ok: true; readonly policy: ServerPolicy }
  | { readonly ok: false; readonly reason: 'missing' | 'full' }
  /** Somebody wrote in between: `current` is what they left. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly current: ServerPolicy };

/**
 * One learner's saved policies. This is the only way to that table, and every query below names the learner:
 * another's policy is not forbidden but not there.
 */
export function policiesOf(data: Database, learner: Learner) {
  const learnerId = learner.id;
  const table = data.savedPolicy;

  async function open(id: string): Promise<ServerPolicy | null> {
    const row = await table.findUnique({ where: { learnerId_id: { learnerId, id } } });
    return row && toPolicy(row);
  }

  /** Writes over exactly the revision that the writer saw. */
  async function write(id: string, revision: number, fields: Fields): Promise<WriteResult> {
    const { count } = await table.updateMany({
      where: { learnerId, id, revision },
      data: { ...fields, revision: revision + 1 },
    });
    const current = await open(id);
    if (!current) return { ok: false, reason: 'missing' };
    return count === 1 ? { ok: true, policy: current } : { ok: false, reason: 'conflict', current };
  }

  return {
    open,

    /** All of them, emptied rows of deleted ones included, the last written first. */
    async list(): Promise<ServerPolicy[]> {
      const rows = await table.findMany({
        where: { learnerId },
        orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
      });
      return rows.map(toPolicy);
    },

    /**
     * Adds a policy under the id its browser chose. The same request sent again answers as it did at first; a deleted
     * policy comes back to life.
     */
    async create({ id, ...content }: NewPolicy): Promise<WriteResult> {
      if ((await table.count({ where: { learnerId } })) >= MAX_POLICIES) return { ok: false, reason: 'full' };
      try {
        return { ok: true, policy: toPolicy(await table.create({ data: { learnerId, id, ...content } })) };
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
      const current = await open(id);
      if (!current) return { ok: false, reason: 'missing' };
      if (current.deleted) return write(id, current.revision, { ...content, deletedAt: null });
      const same = current.revision === 1 && fieldNames.every((name) => current[name] === content[name]);
      return same ? { ok: true, policy: current } : { ok: false, reason: 'conflict', current };
    },

    /** Changes the named fields. A deleted policy comes back to life when all of them are named. */
    async change(id: string, { revision, ...fields }: PolicyChange): Promise<WriteResult> {
      const current = await open(id);
      const revives = fieldNames.every((name) => fields[name] !== undefined);
      if (!current || (current.deleted && !revives)) return { ok: false, reason: 'missing' };
      return write(id, revision, { ...definedOf(fields), ...(revives && { deletedAt: null }) });
    },

    /** Empties the policy and marks it deleted. */
    async remove(id: string, revision: number): Promise<WriteResult> {
      return write(id, revision, { name: '', text: '', environment: '', deletedAt: new Date() });
    },
  };
}

const fieldNames = ['name', 'kind', 'text', 'environment'] as const;

type Fields = { [Name in (typeof fieldNames)[number]]?: string } & { deletedAt?: Date | null };

type Row = NonNullable<Awaited<ReturnType<Database['savedPolicy']['findUnique']>>>;

function toPolicy({ id, name, kind, text, environment, revision, updatedAt, deletedAt }: Row): ServerPolicy {
  return {
    id,
    name,
    // Only kinds that passed the schema at the door are ever written.
    kind: kind as ServerPolicy['kind'],
    text,
    environment,
    revision,
    updatedAt: updatedAt.toISOString(),
    deleted: deletedAt !== null,
  };
}

function definedOf(fields: Omit<PolicyChange, 'revision'>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
