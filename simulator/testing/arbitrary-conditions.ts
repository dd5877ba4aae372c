import * as fc from 'fast-check';

type Values = readonly (string | number | boolean)[];

interface Choice {
  readonly operators: readonly string[];
  readonly keys: readonly string[];
  readonly values: Values;
}

const strings = ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringLike', 'StringNotLike'];
const withIfExists = (operators: readonly string[]) => [
  ...operators,
  ...operators.map((one) => `${one}IfExists`),
];
/** A policy variable as it stands in a policy. */
const variable = (name: string) => `$\{${name}}`;
const arn = 'arn:aws:iam::111122223333';

const choices: readonly Choice[] = [
  {
    operators: withIfExists(strings),
    keys: ['aws:PrincipalTag/team', 'aws:ResourceTag/team', 'AWS:principaltag/Team'],
    values: [
      'red',
      'blue',
      'Red',
      'r*',
      variable("aws:username, 'red'"),
      variable("aws:PrincipalTag/team, 'red'"),
      'r?d',
      '*',
    ],
  },
  {
    operators: withIfExists(strings),
    keys: ['kms:ViaService'],
    values: ['s3.us-west-2.amazonaws.com', 'ec2.us-west-2.amazonaws.com', 's3.*.amazonaws.com'],
  },
  {
    operators: strings,
    keys: ['kms:EncryptionContext:App', 'kms:encryptioncontext:app'],
    values: ['Pay', 'pay', 'P*'],
  },
  {
    operators: strings,
    keys: ['kms:CallerAccount', 'aws:PrincipalAccount', 'aws:ResourceAccount'],
    values: ['111122223333', '444455556666', '1111*'],
  },
  {
    operators: strings,
    keys: ['kms:KeySpec', 'kms:EncryptionAlgorithm'],
    values: ['SYMMETRIC_DEFAULT', 'RSA_2048'],
  },
  { operators: strings, keys: ['kms:RequestAlias'], values: ['alias/finance', 'alias/*', 'alias/other'] },
  { operators: strings, keys: ['aws:PrincipalType'], values: ['User', 'AssumedRole', 'Account'] },
  {
    operators: ['ArnEquals', 'ArnLike', 'StringLike'],
    keys: ['aws:PrincipalArn'],
    values: [`${arn}:user/alice`, `${arn}:role/App`, `${arn}:role/*`, `${arn}:*`, 'arn:aws:iam::*:role/*'],
  },
  {
    operators: withIfExists(['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike']),
    keys: ['aws:SourceArn'],
    values: [
      'arn:aws:s3:::data-bucket',
      'arn:aws:s3:::*',
      'arn:aws:sqs:*:111122223333:*',
      'arn:aws:sqs:*:orders',
    ],
  },
  {
    operators: withIfExists(['IpAddress', 'NotIpAddress']),
    keys: ['aws:SourceIp'],
    values: ['203.0.113.0/24', '203.0.113.7', '198.51.100.0/25', '2001:db8::/32', '0.0.0.0/0'],
  },
  {
    operators: withIfExists([
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericGreaterThanEquals',
    ]),
    keys: ['aws:MultiFactorAuthAge'],
    values: ['10', 10, '300', '9.5'],
  },
  {
    operators: [
      'DateLessThan',
      'DateGreaterThanEquals',
      'DateEquals',
      'DateNotEquals',
      'DateGreaterThanIfExists',
    ],
    keys: ['aws:CurrentTime', 'aws:EpochTime'],
    values: ['2027-01-01T00:00:00Z', '2026-11-23T12:00:00Z', '1795435200', '2026-11-23'],
  },
  {
    operators: withIfExists(['Bool']),
    keys: ['aws:MultiFactorAuthPresent', 'aws:ViaAWSService', 'aws:PrincipalIsAWSService'],
    values: ['true', 'false', true],
  },
  {
    operators: ['Null'],
    keys: ['aws:PrincipalTag/team', 'kms:ViaService', 'kms:EncryptionContextKeys', 'aws:MultiFactorAuthAge'],
    values: ['true', 'false'],
  },
  {
    operators: [
      ...['ForAnyValue:StringEquals', 'ForAllValues:StringEquals', 'ForAnyValue:StringLike'],
      ...['ForAllValues:StringLike', 'ForAllValues:StringNotEquals'],
    ],
    keys: ['kms:EncryptionContextKeys'],
    values: ['App', 'app', 'Env', 'E*'],
  },
  {
    operators: ['ForAllValues:StringEquals'],
    keys: ['aws:PrincipalTag/team', 'kms:ViaService'],
    values: ['red', 'blue'],
  },
];

/** Its effect in a key policy on a negated or set operator is not documented: IAM policies only. */
const resourceAliases: Choice = {
  operators: ['ForAnyValue:StringEquals', 'ForAnyValue:StringLike'],
  keys: ['kms:ResourceAliases'],
  values: ['alias/finance', 'alias/a*', 'alias/other'],
};

const clause = ({ operators, keys, values }: Choice) =>
  fc.record({
    operator: fc.constantFrom(...operators),
    key: fc.constantFrom(...keys),
    values: fc.oneof(
      fc.constantFrom(...values),
      fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
    ),
  });

/** A Condition block of one or two clauses. */
export const anyCondition = (inIdentityPolicy: boolean) =>
  fc
    .array(fc.oneof(...(inIdentityPolicy ? [...choices, resourceAliases] : choices).map(clause)), {
      minLength: 1,
      maxLength: 2,
    })
    .map((clauses) => {
      const block: Record<string, Record<string, unknown>> = {};
      for (const { operator, key, values } of clauses)
        block[operator] = { ...block[operator], [key]: values };
      return block;
    });
