/*
 * What policies were asked for the latest calls. A question with its surroundings is small, since surroundings are
 * shared, and gives the decision again whenever somebody wants to see it.
 */
import { prepareAuthorizer } from '../../authorize/authorize.ts';
import type { AccessRequest, Decision, Environment } from '../../authorize/types.ts';

/** A request, and all that policies said when it was made. */
export interface Question {
  readonly environment: Environment;
  readonly request: AccessRequest;
}

/** Questions as JSON can carry them: each environment once. */
export interface SavedQuestions {
  readonly environments: readonly Environment[];
  readonly questions: readonly {
    readonly requestId: string;
    /** Position among the environments. */
    readonly environment: number;
    readonly request: AccessRequest;
  }[];
}

const keptQuestions = 1000;
/** In all environments that are kept: a key can have 50,000. */
const keptGrants = 100_000;

/** The questions of the latest calls, by request id. */
export class AskedQuestions {
  private readonly questions = new Map<string, Question>();
  private readonly uses = new Map<Environment, number>();
  private grants = 0;

  constructor({ environments, questions }: SavedQuestions = { environments: [], questions: [] }) {
    for (const { requestId, environment, request } of questions) {
      const found = environments[environment];
      if (found !== undefined) this.note(requestId, { environment: found, request });
    }
  }

  note(requestId: string, question: Question): void {
    const { environment } = question;
    const uses = this.uses.get(environment) ?? 0;
    if (uses === 0) this.grants += grantsIn(environment);
    this.uses.set(environment, uses + 1);
    this.questions.set(requestId, question);
    for (const [oldest, { environment: old }] of this.questions) {
      if (this.questions.size <= keptQuestions && this.grants <= keptGrants) return;
      this.questions.delete(oldest);
      this.letGo(old);
    }
  }

  /** What was decided; null for what no policy was asked about, or what is no longer kept. */
  decisionOf(requestId: string): Decision | null {
    const question = this.questions.get(requestId);
    return question === undefined ? null : prepareAuthorizer(question.environment).explain(question.request);
  }

  save(): SavedQuestions {
    const environments = [...this.uses.keys()];
    const positions = new Map(environments.map((environment, index) => [environment, index]));
    return {
      environments,
      questions: [...this.questions].map(([requestId, { environment, request }]) => ({
        requestId,
        environment: positions.get(environment) ?? 0,
        request,
      })),
    };
  }

  private letGo(environment: Environment): void {
    const uses = (this.uses.get(environment) ?? 1) - 1;
    if (uses > 0) {
      this.uses.set(environment, uses);
      return;
    }
    this.uses.delete(environment);
    this.grants -= grantsIn(environment);
  }
}

const grantsIn = ({ grants }: Environment): number => grants?.length ?? 0;
