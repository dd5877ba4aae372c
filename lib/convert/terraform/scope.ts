/* What an expression can see: the blocks of the file, the playground's facts, and names bound by `for`. */
import type { Assumptions } from '../assumptions.ts';
import type { Known } from '../types.ts';
import type { Value } from '../value.ts';
import type { Block, Expression, HclFile } from './syntax.ts';

export interface Module {
  readonly text: string;
  readonly known: Known;
  readonly locals: ReadonlyMap<string, Expression>;
  /** By name. */
  readonly variables: ReadonlyMap<string, Block>;
  /** Resources and data sources by their address. */
  readonly byAddress: ReadonlyMap<string, Block>;
  /** KMS keys that the text speaks of, by address. Only when there is one can it be the playground's. */
  readonly keys: ReadonlySet<string>;
  /** Addresses of the policy documents that something refers to; filled while expressions are evaluated. */
  readonly documentsUsed: Set<string>;
}

export interface Scope {
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  readonly module: Module;
  readonly names: ReadonlyMap<string, Value>;
  readonly assumptions: Assumptions;
  /** What is being evaluated, from the outside in: a name among them refers to itself. */
  readonly within: readonly string[];
  /** How many expressions may still be looked at: definitions can refer to each other without end. */
  readonly budget: { left: number };
}

/** `aws_kms_key.main`, `data.aws_region.current`. */
export function addressOf({ type, labels }: Block): string {
  return [...(type === 'resource' ? [] : [type]), ...labels].join('.');
}

export function moduleOf({ text, body }: HclFile, known: Known): Module {
  const named = (type: string) => body.blocks.filter((block) => block.type === type);
  const keys = text.matchAll(/\b(aws_kms_(?:external_|replica_)?key)(?:\.|"\s+")([\w-]+)/g);
  return {
    documentsUsed: new Set(),
    keys: new Set(Array.from(keys, ([, type, name]) => `${type}.${name}`)),
    text,
    known,
    locals: new Map(
      named('locals').flatMap((block) =>
        block.body.arguments.map(({ name, value }): [string, Expression] => [name, value]),
      ),
    ),
    variables: new Map(named('variable').map((block) => [block.labels[0] ?? '', block])),
    byAddress: new Map([...named('resource'), ...named('data')].map((block) => [addressOf(block), block])),
  };
}

/** The scope of a definition elsewhere in the file: without the names bound here. */
export function scopeOf(scope: Scope, definition: string): Scope | null {
  if (scope.within.includes(definition)) return null;
  return { ...scope, names: new Map(), within: [...scope.within, definition] };
}

/** The scope with more names bound. */
export function withNames(scope: Scope, names: Readonly<Record<string, Value>>): Scope {
  return { ...scope, names: new Map([...scope.names, ...Object.entries(names)]) };
}
