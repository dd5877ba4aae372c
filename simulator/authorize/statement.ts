import { type ActionMatcher, compileAction } from '../match/action.ts';
import { type ClauseTest, compileTest } from '../match/condition/clause.ts';
import { compileResource, type ResourceMatcher } from '../match/resource.ts';
import { parseOperator } from '../policy/operators.ts';
import type {
  ConditionClause,
  ListElement,
  PolicyDocument,
  PolicyKind,
  Statement,
  TextRange,
} from '../policy/types.ts';
import { compileKey, type KeyReader } from './context-keys.ts';

interface CompiledClause {
  readonly read: KeyReader;
  readonly test: ClauseTest;
  readonly range: TextRange;
  readonly expected: readonly string[];
  readonly operator: string;
  readonly negated: boolean;
  readonly key: string;
}

/** Where a statement stands. */
export interface StatementPlace {
  /** Small number, different for every statement of an environment. */
  readonly id: number;
  /** Index into the decision's list of policies. */
  readonly policy: number;
  readonly kind: PolicyKind;
  readonly version: PolicyDocument['version'];
}

/** A statement ready for decisions. What many requests never come to is prepared when first asked for. */
export class CompiledStatement {
  readonly source: Statement;
  readonly id: number;
  readonly policy: number;
  readonly deny: boolean;
  /** Null: the element is missing, and the statement matches nothing. */
  readonly action: ActionMatcher | null;
  readonly resource: ResourceMatcher | null;
  /** Whether the answer can change with the context of a request. */
  readonly conditional: boolean;
  private readonly place: StatementPlace;
  private compiledClauses: readonly CompiledClause[] | null = null;
  private writtenTexts: WrittenTexts | null = null;

  constructor(source: Statement, place: StatementPlace) {
    this.source = source;
    this.place = place;
    this.id = place.id;
    this.policy = place.policy;
    this.deny = source.effect.value === 'Deny';
    this.action = source.action ? compileAction(source.action) : null;
    this.resource = source.resource ? compileResource(source.resource, hasVariables(place)) : null;
    this.conditional = source.conditions.length > 0 || (this.resource?.variable ?? false);
  }

  get clauses(): readonly CompiledClause[] {
    this.compiledClauses ??= this.source.conditions.map((clause) => compileClause(clause, this.place));
    return this.compiledClauses;
  }

  /** What the elements ask for, as written. */
  get written(): WrittenTexts {
    this.writtenTexts ??= {
      principal: textsOf(this.source.principal),
      action: textsOf(this.source.action),
      resource: textsOf(this.source.resource),
    };
    return this.writtenTexts;
  }
}

interface WrittenTexts {
  readonly principal: readonly string[];
  readonly action: readonly string[];
  readonly resource: readonly string[];
}

const nothing: readonly string[] = [];

function textsOf(element: ListElement | undefined): readonly string[] {
  return element === undefined ? nothing : element.values.map(({ value }) => value);
}

/** Policy variables are text in a policy of the older Version. */
function hasVariables({ version }: StatementPlace): boolean {
  return version === '2012-10-17';
}

function compileClause(clause: ConditionClause, place: StatementPlace): CompiledClause {
  const key = clause.key.value;
  const operator = clause.operator.value;
  const expected = clause.values.map(({ value }) => value);
  const parsed = parseOperator(operator);
  return {
    read: isUnavailable(key, place.kind) ? readNothing : compileKey(key),
    test: parsed === null ? never : compileTest(parsed, expected, hasVariables(place)),
    range: clause.range,
    expected,
    operator,
    negated: parsed?.row.negated ?? false,
    key,
  };
}

const readNothing: KeyReader = () => undefined;
/** For an operator that IAM does not have; nothing is decided with such a policy. */
const never: ClauseTest = () => false;

/** Keys that AWS does not make available to some kinds of policy. Source: KMS condition keys. */
const unavailable: ReadonlyMap<string, ReadonlySet<PolicyKind>> = new Map([
  ['kms:resourcealiases', new Set<PolicyKind>(['key', 'rcp', 'endpoint', 'resource'])],
]);

function isUnavailable(key: string, kind: PolicyKind): boolean {
  return unavailable.get(key.toLowerCase())?.has(kind) ?? false;
}
