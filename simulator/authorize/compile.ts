import { parseCaller } from '../match/caller.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { PolicyKind, PolicyProblem } from '../policy/types.ts';
import { CompiledStatement } from './statement.ts';
import type {
  Caller,
  Environment,
  Note,
  OrganizationLevel,
  PolicyInput,
  PolicyRef,
  PolicyText,
} from './types.ts';

/** The policies of one kind that count together: one allow among them is an allow. */
export interface PolicySet {
  readonly allows: readonly CompiledStatement[];
  readonly denies: readonly CompiledStatement[];
}

/** Policies that go with whoever calls. Null: there is none of the kind, so nothing of it is asked. */
export interface CallerPolicies {
  readonly identity: PolicySet;
  readonly boundary: PolicySet | null;
  readonly session: PolicySet | null;
  readonly scpLevels: readonly PolicySet[];
}

export interface CompiledEnvironment {
  readonly environment: Environment;
  readonly policies: readonly PolicyRef[];
  readonly resource: PolicySet | null;
  readonly rcpLevels: readonly PolicySet[];
  readonly endpoint: PolicySet | null;
  /** Attached to anybody that `callers` does not list. */
  readonly anybody: CallerPolicies;
  readonly byCaller: ReadonlyMap<string, CallerPolicies>;
  /** Policies that AWS would refuse: nothing can be decided with them. */
  readonly refused: readonly PolicyRef[];
  readonly invalidPrincipals: readonly Note[];
}

/** Errors with which a policy can still be held against a request; a statement without Action or Resource matches nothing. */
const harmless = new Set(['POLICY_TOO_LARGE', 'MISSING_ACTION', 'MISSING_RESOURCE']);

/** A principal that cannot be is nobody, which an Allow survives; a Deny that meant somebody does not. */
function isHarmless({ code, data }: PolicyProblem): boolean {
  return harmless.has(code) || (code === 'INVALID_PRINCIPAL' && data.effect === 'Allow');
}

const defaultNames: Readonly<Record<PolicyKind, string>> = {
  key: 'Key policy',
  resource: 'Resource policy',
  identity: 'Identity policy',
  boundary: 'Permissions boundary',
  session: 'Session policy',
  scp: 'SCP',
  rcp: 'RCP',
  endpoint: 'VPC endpoint policy',
};

function isPolicyText(input: PolicyInput): input is PolicyText {
  return typeof input === 'object' && typeof input.text === 'string' && !('Statement' in input);
}

function asText(input: PolicyInput): PolicyText {
  if (typeof input === 'string') return { text: input };
  return isPolicyText(input) ? input : { text: JSON.stringify(input, null, 2) };
}

class Compiler {
  readonly policies: PolicyRef[] = [];
  readonly refused: PolicyRef[] = [];
  private readonly counts = new Map<PolicyKind, number>();
  private statements = 0;

  set(inputs: readonly PolicyInput[], kind: PolicyKind): PolicySet {
    const allows: CompiledStatement[] = [];
    const denies: CompiledStatement[] = [];
    for (const input of inputs) {
      for (const statement of this.policy(input, kind)) (statement.deny ? denies : allows).push(statement);
    }
    return { allows, denies };
  }

  /** No policy of the kind means that the kind asks nothing, which differs from an empty policy. */
  optional(inputs: readonly PolicyInput[] | null | undefined, kind: PolicyKind): PolicySet | null {
    return inputs && inputs.length > 0 ? this.set(inputs, kind) : null;
  }

  levels(levels: readonly OrganizationLevel[] | null | undefined, kind: PolicyKind): readonly PolicySet[] {
    return (levels ?? []).map(({ policies }) => this.set(policies, kind));
  }

  caller(from: Omit<Caller, 'arn'>): CallerPolicies {
    return {
      identity: this.set(from.identityPolicies ?? [], 'identity'),
      boundary: this.optional(from.permissionBoundaries, 'boundary'),
      session: this.optional(from.sessionPolicies, 'session'),
      scpLevels: this.levels(from.scps, 'scp'),
    };
  }

  private policy(input: PolicyInput, kind: PolicyKind): readonly CompiledStatement[] {
    const { text, name, disabled = [] } = asText(input);
    const position = this.policies.length;
    const index = this.counts.get(kind) ?? 0;
    this.counts.set(kind, index + 1);
    const { document, problems } = parsePolicy(text, kind);
    const ref: PolicyRef = { kind, index, name: name ?? defaultNames[kind], text, problems };
    this.policies.push(ref);
    const broken = problems.some((problem) => problem.severity === 'error' && !isHarmless(problem));
    if (broken || document === null) this.refused.push(ref);
    if (document === null) return [];
    const { version, statements } = document;
    return statements
      .filter((statement) => !disabled.includes(statement.index))
      .map((statement) => {
        this.statements += 1;
        return new CompiledStatement(statement, { id: this.statements, policy: position, kind, version });
      });
  }
}

/** Principals that AWS would not let a policy name; the answer takes them as nobody. */
function invalidPrincipals(policies: readonly PolicyRef[]): readonly Note[] {
  return policies.flatMap(({ name, problems }) =>
    problems
      .filter(({ code }) => code === 'INVALID_PRINCIPAL')
      .map(({ data }) => ({ code: 'invalidPrincipal', data: { name, principal: data.principal ?? '' } })),
  );
}

/** Reads and prepares every policy of an environment, once. */
export function compileEnvironment(environment: Environment, service: 'kms' | 'other'): CompiledEnvironment {
  const compiler = new Compiler();
  const { resourcePolicy, callers = [] } = environment;
  const resource =
    resourcePolicy === null || resourcePolicy === undefined
      ? null
      : compiler.set([resourcePolicy], service === 'kms' ? 'key' : 'resource');
  const anybody = compiler.caller(environment);
  const byCaller = new Map<string, CallerPolicies>();
  for (const caller of callers) {
    byCaller.set(caller.arn, compiler.caller({ scps: environment.scps ?? null, ...caller }));
  }
  return {
    environment,
    resource,
    anybody,
    byCaller,
    rcpLevels: compiler.levels(environment.rcps, 'rcp'),
    endpoint: compiler.optional(environment.vpcEndpointPolicies, 'endpoint'),
    policies: compiler.policies,
    refused: compiler.refused,
    invalidPrincipals: invalidPrincipals(compiler.policies),
  };
}

/**
 * The policies of a caller. A session that is not listed itself has those of its role; whoever is not
 * listed at all has the environment's own.
 */
export function policiesOf(
  compiled: CompiledEnvironment,
  arn: string,
  roleArn: string | null,
): CallerPolicies {
  const { byCaller, anybody } = compiled;
  if (byCaller.size === 0) return anybody;
  const own = byCaller.get(arn);
  const role = roleArn === null ? undefined : byCaller.get(roleArn);
  if (own && role && parseCaller(arn)?.kind === 'roleSession') {
    return { ...role, session: own.session ?? role.session };
  }
  return own ?? role ?? anybody;
}
