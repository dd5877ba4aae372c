import { examplePolicy } from '@/lib/model/example-policy.ts';
import {
  type AccessRequest,
  type Decision,
  type Environment,
  prepareAuthorizer,
  type StatementResult,
} from '@/simulator/index.ts';

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const appRole = 'arn:aws:iam::111122223333:role/app';

/** Names of its statements, by position. */
export const statementNames = ['EnableIamPolicies', 'AllowAppDecrypt'] as const;

type Caller = Pick<AccessRequest, 'principal' | 'viaService'> & { readonly label: string };

export const callers = {
  app: { label: 'app role', principal: appRole },
  other: { label: 'other account', principal: 'arn:aws:iam::444455556666:role/partner' },
  s3: { label: 'S3, for app role', principal: appRole, viaService: 's3' },
} as const satisfies Record<string, Caller>;

export type CallerId = keyof typeof callers;

export const callerIds = ['app', 'other', 's3'] as const satisfies readonly CallerId[];

export const actions = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'DescribeKey',
  'PutKeyPolicy',
  'ScheduleKeyDeletion',
] as const;

export type ActionName = (typeof actions)[number];

/** What the reader has set. */
export interface Choice {
  readonly caller: CallerId;
  readonly action: ActionName;
  /** Positions of the statements that are switched off. */
  readonly off: readonly number[];
}

export const firstChoice: Choice = { caller: 'app', action: 'Decrypt', off: [] };

export interface Answer {
  readonly decision: Decision;
  /** The statement that the verdict rests on, when it rests on one. */
  readonly decidedBy: StatementResult | undefined;
  /** Nobody in the account could change the key policy any more, whatever IAM allows. */
  readonly lockedOut: boolean;
}

/** Decides the request that the reader has put together. Nobody in this world has an IAM policy. */
export function answer(choice: Choice): Answer {
  const decision = prepareAuthorizer(environmentOf(choice.off)).explain(requestOf(choice));
  return { decision, decidedBy: decidingStatement(choice, decision), lockedOut: isLockedOut(choice.off) };
}

function environmentOf(off: readonly number[]): Environment {
  return {
    key: { arn: keyArn },
    resourcePolicy: { name: 'Key policy', text: examplePolicy, disabled: off },
  };
}

function requestOf({ caller, action }: Choice): AccessRequest {
  const { label: _, ...who } = callers[caller];
  return { ...who, action: `kms:${action}`, resource: keyArn };
}

/** Of the statements that match, the one without which the verdict would be another. */
function decidingStatement({ off, ...request }: Choice, { verdict, steps }: Decision) {
  const matched = steps.find(({ decisive }) => decisive)?.statements.filter((one) => one.matched);
  return matched?.find(({ index }) => {
    const without = prepareAuthorizer(environmentOf([...off, index]));
    return without.decide(requestOf({ ...request, off })) !== verdict;
  });
}

/** Asks for those who could still help: the role that the policy names, and one with every IAM permission. */
function isLockedOut(off: readonly number[]): boolean {
  const everything = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'kms:*', Resource: '*' },
  };
  const authorizer = prepareAuthorizer({ ...environmentOf(off), identityPolicies: [everything] });
  return [appRole, 'arn:aws:iam::111122223333:role/admin'].every(
    (principal) =>
      authorizer.decide({ principal, action: 'kms:PutKeyPolicy', resource: keyArn }) !== 'Allowed',
  );
}
