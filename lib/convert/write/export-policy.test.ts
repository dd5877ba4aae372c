import { expect, test } from 'vitest';
import { exportPolicy } from './export-policy.ts';
import type { ExportFormat, ExportOptions } from './types.ts';

const known = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };
const statement = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};

const policy = (changes: object = {}, more: object = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, ...changes }], ...more });

const write = (text: string, format: ExportFormat, options: Partial<ExportOptions> = {}) => {
  const result = exportPolicy(text, format, { kind: 'key', known, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
};

const refused = (text: string, format: ExportFormat, options: Partial<ExportOptions> = {}) => {
  const result = exportPolicy(text, format, { kind: 'key', known, ...options });
  return result.ok
    ? []
    : result.problems.map(({ code, data }) => `${code} ${data.what ?? data.name ?? data.kind ?? data.line}`);
};

test('Terraform doubles the dollar of a policy variable and aligns as terraform fmt does', () => {
  const text = policy({ Condition: { StringEquals: { 'kms:CallerAccount': '${aws:PrincipalAccount}' } } });
  expect(write(text, 'terraform', { references: true }).text).toBe(`data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

resource "aws_kms_key" "this" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          AWS = "arn:\${data.aws_partition.current.partition}:iam::\${data.aws_caller_identity.current.account_id}:root"
        }
        Action   = "kms:*"
        Resource = "*"
        Condition = {
          StringEquals = {
            "kms:CallerAccount" = "$\${aws:PrincipalAccount}"
          }
        }
      },
    ]
  })
}
`);
});

test('CloudFormation escapes a policy variable where Fn::Sub would take it, and only there', () => {
  const text = policy({
    Resource: ['${aws:username}', 'arn:aws:kms:eu-west-1:111122223333:key/${aws:username}'],
  });
  const { text: yaml } = write(text, 'cloudformation-yaml', { references: true });
  expect(yaml).toContain('- ${aws:username}\n');
  expect(yaml).toContain(
    '!Sub arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${!aws:username}',
  );
  expect(yaml).toContain('Version: "2012-10-17"');
});

test('what Fn::Sub could not escape is written without it', () => {
  const text = policy({ Resource: '${!x} 111122223333' });
  expect(write(text, 'cloudformation-json', { references: true }).text).toContain(
    '"Resource": "${!x} 111122223333"',
  );
});

test.each([
  ['a Sid with blanks', policy({ Sid: 'Enable IAM' }), 'SID'],
  [
    'two statements of one Sid',
    JSON.stringify({
      Statement: [
        { ...statement, Sid: 'A' },
        { ...statement, Sid: 'A' },
      ],
    }),
    'SID_TWICE',
  ],
  ['an empty list', policy({ Action: [] }), 'EMPTY'],
  ['an ampersand before a brace', policy({ Resource: '&{x}' }), 'AMPERSAND'],
  ['an element of no policy', policy({}, { Owner: 'x' }), 'ELEMENT'],
  ['a statement without Effect', policy({ Effect: undefined }), 'EFFECT'],
])('aws_iam_policy_document refuses %s by name', (_what, text, code) => {
  expect(refused(text, 'terraform-document')).toEqual([`CANNOT_SAY ${code}`]);
});

test('a policy that PolicyStatement cannot say is written for the resource', () => {
  const plain = write(policy({ Sid: 'Enable IAM' }), 'cdk');
  expect(plain.text).toContain('new iam.PolicyStatement({');
  expect(plain.notes).toEqual([]);
  const withId = write(policy({}, { Id: 'k' }), 'cdk');
  expect(withId.text).toContain('new kms.CfnKey(');
  expect(withId.notes).toEqual([
    { code: 'WRITTEN_AS_RESOURCE', data: { because: 'ID', resource: 'kms.CfnKey' } },
  ]);
});

test('broken JSON, a name said twice and half a character are refused', () => {
  expect(refused('{\n"a": }', 'json')).toEqual(['NOT_JSON 2']);
  expect(refused('[]', 'json')).toEqual(['NOT_AN_OBJECT undefined']);
  expect(refused('{"Statement": [], "Statement": []}', 'json')).toEqual(['DUPLICATE_NAME Statement']);
  expect(refused(policy({ Sid: '\ud800' }), 'terraform')).toEqual(['LONE_SURROGATE undefined']);
});

test('kinds that nothing takes are refused', () => {
  expect(refused(policy(), 'terraform', { kind: 'session' })).toEqual(['KIND_NOT_SUPPORTED session']);
  expect(refused(policy(), 'cloudformation-yaml', { kind: 'resource' })).toEqual([
    'KIND_NOT_SUPPORTED resource',
  ]);
  expect(refused(policy(), 'terraform-key-policy', { kind: 'identity' })).toEqual([
    'KIND_NOT_SUPPORTED identity',
  ]);
});

test('identity policies, SCPs and RCPs go to their own resources', () => {
  expect(write(policy(), 'terraform', { kind: 'rcp' }).text).toContain('type = "RESOURCE_CONTROL_POLICY"');
  expect(write(policy(), 'cloudformation-yaml', { kind: 'identity' }).text).toContain(
    'AWS::IAM::ManagedPolicy',
  );
  expect(write(policy(), 'cdk', { kind: 'scp' }).text).toContain('new organizations.CfnPolicy(');
  expect(write(policy(), 'cli-bash', { kind: 'endpoint' }).text).toContain('aws ec2 modify-vpc-endpoint');
});

test('placeholders and what is to be filled in are told', () => {
  const { notes } = write(policy({ Principal: { AWS: '{{var.a}}' } }), 'cli-bash');
  expect(notes).toEqual([
    { code: 'HAS_PLACEHOLDERS', data: { placeholders: '{{var.a}}' } },
    { code: 'FILL_IN', data: { what: 'KEY_ID' } },
  ]);
  expect(write(policy({ Sid: 'e\u0301' }), 'terraform').notes).toEqual([
    { code: 'NORMALIZED_BY_TERRAFORM', data: {} },
  ]);
});
