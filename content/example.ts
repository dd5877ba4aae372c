/** The names every lesson uses: AWS's own example accounts and key id. */
export const account = '111122223333';
export const region = 'us-west-2';
export const keyArn = `arn:aws:kms:${region}:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** ARN of a role in the example account. */
export function role(name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

/** An identity policy that allows these actions on every resource. */
export function identityPolicy(name: string, actions: readonly string[]): { name: string; text: string } {
  const statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  return { name, text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2) };
}

/** A policy document around statements that are already indented. */
export function policyText(...statements: readonly string[]): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
    ${statements.join(',\n    ')}
  ]
}
`;
}
