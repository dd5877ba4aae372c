import { prepareAuthorizer } from '../authorize/authorize.ts';
import type {
  AccessRequest,
  Authorizer,
  Decision,
  Environment,
  Note,
  StepCode,
  Verdict,
} from '../authorize/types.ts';
import { actionNames } from '../catalog/actions.ts';
import { askedPrincipals, knownPrincipals, withAssumed, withKeyArn } from './principals.ts';
import type { AccessMatrix, AccessQuestion, MatrixCell, MatrixRow } from './types.ts';

/** Every action of KMS, as policies write them. */
export const allActions: readonly string[] = actionNames.map((name) => `kms:${name}`);

/**
 * Who may do what with the key: a verdict for each principal and action. A plain request is asked for
 * each: no service in between, no encryption context.
 */
export function accessMatrix(environment: Environment, question: AccessQuestion = {}): AccessMatrix {
  const { actions = allActions } = question;
  const world = withKeyArn(environment);
  const principals = question.principals
    ? askedPrincipals(question.principals)
    : knownPrincipals([world], { roots: false });
  const authorizer = prepareAuthorizer(withAssumed(world, principals));
  const ask = (principal: string, action: string): AccessRequest => ({
    principal,
    action,
    resource: world.key.arn,
  });
  const rows = principals.map(
    (principal): MatrixRow => ({
      principal,
      cells: actions.map((action) => new Cell(authorizer, ask(principal.principal, action))),
    }),
  );
  return {
    actions,
    rows,
    explain: (principal, action) => authorizer.explain(ask(principal, action)),
    notes: refusals(authorizer, world.key.arn),
  };
}

/** The deciding step needs the trace, which costs more than the verdict; few cells are looked at so closely. */
class Cell implements MatrixCell {
  readonly verdict: Verdict;
  private readonly authorizer: Authorizer;
  private readonly request: AccessRequest;

  constructor(authorizer: Authorizer, request: AccessRequest) {
    this.authorizer = authorizer;
    this.request = request;
    this.verdict = authorizer.decide(request);
  }

  get step(): StepCode | null {
    return decisiveStep(this.authorizer.explain(this.request));
  }
}

/** The step that a decision was made at: of several that made it together, the last. */
export function decisiveStep(decision: Decision): StepCode | null {
  return decision.steps.findLast(({ decisive }) => decisive)?.code ?? null;
}

/** Notes on policies that AWS would refuse; with one of them nothing is decided. */
export function refusals(authorizer: Authorizer, resource: string): readonly Note[] {
  const { notes } = authorizer.explain({
    principal: { type: 'Anonymous' },
    action: 'kms:DescribeKey',
    resource,
  });
  return notes.filter(({ code }) => code === 'policyRefused');
}
