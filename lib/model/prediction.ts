import type { AccessRequest, ContextValue, Environment } from '@/simulator/index.ts';

const account = '111122223333';
const keyArn = `arn:aws:kms:us-west-2:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** A question about one request, as an author writes it. It has no answer in it: the simulator gives that. */
export interface Prediction {
  readonly policy: string;
  /** `role/app`, or `444455556666:role/partner` for another account. */
  readonly caller: string;
  readonly action: string;
  /** What the caller's IAM policy allows on every key. */
  readonly iam: readonly string[];
  /** The service that calls for the caller, such as `s3`. */
  readonly via?: string;
  readonly context?: Readonly<Record<string, ContextValue>>;
  /** `AWS` for the AWS managed key of S3. */
  readonly manager?: 'AWS' | 'CUSTOMER';
}

/** The world and the request that a prediction is about. */
export function predictionWorld(prediction: Prediction): {
  environment: Environment;
  request: AccessRequest;
} {
  const { policy, caller, action, iam, via, context, manager = 'CUSTOMER' } = prediction;
  const [name = '', owner = account] = caller.split(':').reverse();
  const identityPolicy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: iam, Resource: '*' }],
  };
  return {
    environment: {
      key: { arn: keyArn, manager, aliases: manager === 'AWS' ? ['alias/aws/s3'] : [] },
      resourcePolicy: policy,
      identityPolicies: iam.length > 0 ? [identityPolicy] : [],
    },
    request: {
      principal: `arn:aws:iam::${owner}:${name}`,
      action,
      resource: keyArn,
      ...(via !== undefined && { viaService: via }),
      ...(context !== undefined && { context }),
    },
  };
}
