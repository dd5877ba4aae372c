import { type Call, type CallProblem, prepareCall } from './call.ts';
import { type CompiledEnvironment, compileEnvironment, policiesOf } from './compile.ts';
import { judge } from './judge.ts';
import { partsOf } from './parts.ts';
import { Recorder } from './recorder.ts';
import { variableReader } from './statement.ts';
import type {
  AccessRequest,
  Authorizer,
  Decision,
  DecisionPart,
  Environment,
  Note,
  Verdict,
} from './types.ts';

/**
 * Reads and prepares all policies of an environment, so that requests can be decided one after the
 * other. Never throws: what cannot be decided is answered `NotSimulated`, with a note that says why.
 */
export function prepareAuthorizer(environment: Environment): Authorizer {
  return new PreparedAuthorizer(environment);
}

class PreparedAuthorizer implements Authorizer {
  private readonly environment: Environment;
  private readonly forKms = new Map<Environment, CompiledEnvironment>();
  private readonly forOthers = new Map<Environment, CompiledEnvironment>();

  constructor(environment: Environment) {
    this.environment = environment;
  }

  decide(request: AccessRequest): Verdict {
    const parts = partsOf(request, this.environment);
    if (parts === null) return this.decideOne(request, this.environment);
    const verdicts = parts.map((part) => this.decideOne(part.request, part.environment));
    return leastOf(verdicts);
  }

  explain(request: AccessRequest): Decision {
    const parts = partsOf(request, this.environment);
    if (parts === null) return this.explainOne(request, this.environment);
    const decided = parts.map(
      (part): DecisionPart => ({
        action: part.request.action,
        resource: part.request.resource,
        decision: this.explainOne(part.request, part.environment),
      }),
    );
    return joinParts(decided);
  }

  private decideOne(request: AccessRequest, environment: Environment): Verdict {
    const call = prepareCall(request, environment);
    if (typeof call === 'string') return 'NotSimulated';
    const compiled = this.compiledFor(call);
    if (compiled.refused.length > 0) return 'NotSimulated';
    const policies = policiesOf(compiled, call.caller.arn, call.caller.roleArn);
    return judge(call, compiled, policies, variableReader(call), null).verdict;
  }

  private explainOne(request: AccessRequest, environment: Environment): Decision {
    const call = prepareCall(request, environment);
    if (typeof call === 'string') return cannotStart(call, request);
    const compiled = this.compiledFor(call);
    const { policies, refused } = compiled;
    if (refused.length > 0) {
      return notSimulated(
        refused.map((ref) => ({
          code: 'policyRefused',
          data: { policy: `${policies.indexOf(ref)}`, name: ref.name, problem: firstError(ref.problems) },
        })),
        policies,
      );
    }
    const read = variableReader(call);
    const recorder = new Recorder(call, read);
    const own = policiesOf(compiled, call.caller.arn, call.caller.roleArn);
    const { verdict, message } = judge(call, compiled, own, read, recorder);
    return { verdict, message, steps: recorder.steps, policies, notes: recorder.notes };
  }

  /** Key policies are read once for KMS and once, under IAM's general rules, for other services. */
  private compiledFor(call: Call): CompiledEnvironment {
    const compiled = call.action.service === 'kms' ? this.forKms : this.forOthers;
    const found = compiled.get(call.environment);
    if (found) return found;
    const made = compileEnvironment(call.environment, call.action.service === 'kms' ? 'kms' : 'other');
    compiled.set(call.environment, made);
    return made;
  }
}

function firstError(problems: readonly { readonly code: string; readonly severity: string }[]): string {
  return problems.find(({ severity }) => severity === 'error')?.code ?? 'JSON_SYNTAX_ERROR';
}

function cannotStart(problem: CallProblem, request: AccessRequest): Decision {
  const { principal } = request;
  const values: Record<CallProblem, string> = {
    unknownPrincipal: typeof principal === 'string' ? principal : principal.type,
    unknownAction: request.action,
    malformedResource: request.resource,
  };
  return notSimulated([{ code: problem, data: { value: values[problem] } }], []);
}

function notSimulated(notes: readonly Note[], policies: Decision['policies']): Decision {
  return { verdict: 'NotSimulated', message: null, steps: [], policies, notes };
}

const order: readonly Verdict[] = ['NotSimulated', 'ExplicitlyDenied', 'ImplicitlyDenied', 'Allowed'];

/** An operation is allowed when all its parts are; what is not simulated in one is not in the whole. */
function leastOf(verdicts: readonly Verdict[]): Verdict {
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'NotSimulated';
}

function joinParts(parts: readonly DecisionPart[]): Decision {
  const verdict = leastOf(parts.map(({ decision }) => decision.verdict));
  const deciding = parts.find(({ decision }) => decision.verdict === verdict) ?? parts[0];
  if (deciding === undefined) return notSimulated([], []);
  const { message, steps, policies } = deciding.decision;
  const notes = parts.flatMap(({ decision }) => decision.notes);
  return { verdict, message, steps, policies, notes, parts };
}
