import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePolicy } from '@/simulator/index.ts';
import { importPolicies } from './import-policies.ts';
import type { ImportResult, Known } from './types.ts';

const known: Known = {
  account: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
  keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234',
};

const corpus = (name: string) => readFileSync(new URL(`testing/corpus/${name}`, import.meta.url), 'utf8');
const read = (name: string, options = { known }): ImportResult => importPolicies(corpus(name), options);

/** A policy's data, by its place among those found. */
const policyAt = (result: ImportResult, index: number) => JSON.parse(result.policies[index]?.text ?? 'null');
const namesOf = ({ policies }: ImportResult) => policies.map(({ name, kind }) => `${kind} ${name}`);
const placeholdersOf = ({ policies }: ImportResult, index: number) =>
  policies[index]?.unresolved.map(({ placeholder }) => placeholder);

describe('Terraform', () => {
  test('a key with jsonencode, locals, a loop, defaults and policy variables', () => {
    const result = read('key-with-jsonencode.tf');
    expect(result.format).toBe('terraform');
    expect(result.problems).toEqual([]);
    expect(namesOf(result)).toEqual(['key aws_kms_key.orders']);
    expect(policyAt(result, 0)).toEqual({
      Version: '2012-10-17',
      Id: 'orders-prod',
      Statement: [
        {
          Sid: 'EnableIamPolicies',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:*',
          Resource: '*',
        },
        {
          Sid: 'Admins',
          Effect: 'Allow',
          Principal: {
            AWS: ['arn:aws:iam::111122223333:role/deploy', 'arn:aws:iam::111122223333:role/security'],
          },
          Action: ['kms:Describe*', 'kms:Put*'],
          Resource: '*',
        },
        {
          Sid: 'Readers',
          Effect: 'Allow',
          Principal: { AWS: '{{var.reader_arns}}' },
          Action: 'kms:Decrypt',
          Resource: '*',
          Condition: {
            StringEquals: {
              'kms:ViaService': 's3.eu-west-1.amazonaws.com',
              'aws:PrincipalTag/owner': '${aws:username}',
            },
          },
        },
      ],
    });
    expect(result.policies[0]?.unresolved).toEqual([
      {
        placeholder: '{{var.reader_arns}}',
        expression: 'var.reader_arns',
        places: [{ path: 'Statement[2].Principal.AWS', line: 53 }],
      },
    ]);
    expect(result.policies[0]?.assumed).toContainEqual({
      code: 'DEFAULT_VALUE',
      expression: 'var.environment',
      value: 'prod',
      line: 32,
    });
  });

  test('without the playground, accounts and Regions stay placeholders', () => {
    const result = read('key-with-jsonencode.tf', { known: {} });
    expect(placeholdersOf(result, 0)).toEqual([
      '{{data.aws_partition.current.partition}}',
      '{{data.aws_caller_identity.current.account_id}}',
      '{{var.reader_arns}}',
      '{{data.aws_region.current.region}}',
    ]);
    expect(policyAt(result, 0).Statement[0].Principal.AWS).toBe(
      'arn:{{data.aws_partition.current.partition}}:iam::{{data.aws_caller_identity.current.account_id}}:root',
    );
  });

  test('policy documents: merged, overridden, repeated, and each found once', () => {
    const result = read('policy-documents.tf');
    expect(namesOf(result)).toEqual(['key aws_kms_key_policy.this', 'identity aws_iam_role_policy.app']);
    expect(policyAt(result, 0)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Root',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::{{var.account_id}}:root' },
          Action: 'kms:*',
          Resource: '*',
        },
        {
          Sid: 'Replaced',
          Effect: 'Deny',
          Principal: '*',
          NotAction: ['kms:Describe*', 'kms:Get*'],
          NotResource: 'arn:aws:kms:*:*:key/home/${aws:username}',
          Condition: {
            StringNotEquals: { 'aws:PrincipalOrgID': '{{var.organization}}' },
            Bool: { 'aws:PrincipalIsAWSService': 'false' },
          },
        },
        {
          Effect: 'Allow',
          Principal: { Service: '{{service.value}}.amazonaws.com' },
          Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          Resource: '*',
        },
      ],
    });
    expect(policyAt(result, 1).Statement[0].Resource).toBe(known.keyArn);
    expect(result.policies[0]?.assumed.map(({ code, expression }) => `${code} ${expression}`)).toEqual([
      'SHOWN_ONCE var.services',
    ]);
    expect(result.problems).toEqual([
      {
        code: 'POLICY_ELSEWHERE',
        line: 83,
        data: {
          path: 'aws_iam_role.app.assume_role_policy',
          expression: 'file("${path.module}/trust.json")',
        },
      },
    ]);
  });

  test('JSON in a heredoc, with gaps in strings and instead of values', () => {
    const result = read('heredoc.tf');
    const [root, logs, glass] = policyAt(result, 0).Statement;
    expect(result.problems).toEqual([]);
    expect(root.Principal.AWS).toBe('arn:aws:iam::111122223333:root');
    expect(logs).toMatchObject({
      Principal: { Service: 'logs.{{var.region}}.amazonaws.com' },
      Action: ['kms:Encrypt*', 'kms:Decrypt*'],
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': '{{var.log_groups}}' } },
    });
    expect(glass.Principal.AWS).toBe('${literal}');
    expect(result.policies[0]?.assumed).toContainEqual({
      code: 'CONDITION_TAKEN',
      expression: 'var.break_glass',
      value: '',
      line: 23,
    });
  });

  test.each([
    [
      'what stands in jsonencode',
      '{ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "*" }] }',
    ],
    ['a call of jsonencode', 'jsonencode({ Statement = [{ Effect = "Deny", Action = "*" }] })'],
    ['an argument', 'policy = jsonencode({ Statement = [{ Effect = "Deny", Action = "*" }] })'],
    ['a statement block', 'statement {\n  effect  = "Deny"\n  actions = ["*"]\n}'],
  ])('a fragment: %s', (_what, text) => {
    const result = importPolicies(text);
    expect(result.format).toBe('terraform');
    expect(result.problems).toEqual([]);
    expect(policyAt(result, 0).Statement).toEqual([{ Effect: 'Deny', Action: '*' }]);
  });

  test('unknown parts of the grammar get forms that the grammar has', () => {
    const { policies, problems } = importPolicies(`resource "aws_kms_key" "a" {
      policy = jsonencode({
        Statement = [
          var.first,
          { Effect = "Allow", Principal = var.who, Action = "kms:*", Resource = "*", Condition = var.when },
          { Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*", Condition = { Bool = var.b } },
        ]
      })
    }`);
    const text = policies[0]?.text ?? '';
    expect(JSON.parse(text).Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { AWS: '{{var.who}}' },
        Action: 'kms:*',
        Resource: '*',
        Condition: { StringEquals: { '{{var.when}}': '{{var.when}}' } },
      },
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 'kms:*',
        Resource: '*',
        Condition: { Bool: { '{{var.b}}': '{{var.b}}' } },
      },
    ]);
    expect(parsePolicy(text, 'key').document?.statements).toHaveLength(2);
    expect(problems).toEqual([
      {
        code: 'STATEMENT_LEFT_OUT',
        line: 4,
        data: { expression: 'var.first', path: 'aws_kms_key.a.policy' },
      },
    ]);
  });

  test('a block with count is the block of the text', () => {
    const text = `data "aws_iam_policy_document" "d" {
        count = 1
        statement { resources = [aws_kms_key.k[0].arn] }
      }
      resource "aws_iam_policy" "p" {
        policy = data.aws_iam_policy_document.d[0].json
      }`;
    const result = importPolicies(text, { known });
    expect(namesOf(result)).toEqual(['identity aws_iam_policy.p']);
    expect(policyAt(result, 0).Statement[0].Resource).toBe(known.keyArn);
  });

  test('of two keys neither is taken for the playground’s', () => {
    const text = `resource "aws_kms_key" "a" {}
      resource "aws_kms_key" "b" {}
      resource "aws_iam_policy" "p" {
        policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "kms:*", Resource = aws_kms_key.b.arn }] })
      }`;
    expect(placeholdersOf(importPolicies(text, { known }), 0)).toEqual(['{{aws_kms_key.b.arn}}']);
  });

  test('definitions that refer to themselves are unknown', () => {
    const text = `locals {
        a = local.b
        b = local.a
      }
      resource "aws_kms_key" "a" {
        policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = local.a, Action = "*" }] })
      }`;
    expect(placeholdersOf(importPolicies(text), 0)).toEqual(['{{local.a}}']);
  });

  test.each([
    ['"a$${b}"', 'a${b}'],
    ['"a%%{b}"', 'a%{b}'],
    ['"$$${b}"', '$${b}'],
    ['"\\u0024{b}"', '${b}'],
    ['"\\U0001F600\\t\\"\\\\"', '😀\t"\\'],
    ['"%{ if true }x%{ else }y%{ endif }"', 'x'],
    ['"%{ for s in ["a", "b"] }<${s}>%{ endfor }"', '<a><b>'],
    ['join("-", ["a", "b"])', 'a-b'],
    ['format("%s/%s%%", "a", "b")', 'a/b%'],
    ['upper(replace("a-b", "-", "_"))', 'A_B'],
    ['{ x = ["y"] }.x[0]', 'y'],
    ['merge({ x = "a" }, { x = "b" })["x"]', 'b'],
    ['coalesce(null, "", "c")', 'c'],
    ['one(["a"])', 'a'],
    ['lookup({ a = "b" }, "x", "c")', 'c'],
    ['element(["a", "b"], 3)', 'b'],
    ['try({ a = "b" }.a, "c")', 'b'],
    ['true && !false ? "yes" : "no"', 'yes'],
    ['"a" == "b" ? "yes" : "no"', 'no'],
    ['jsondecode("{\\"k\\": \\"v\\"}").k', 'v'],
    ['[for k, v in { a = "b" } : "${k}=${v}"][0]', 'a=b'],
  ])('%s is %s', (expression, value) => {
    const result = importPolicies(
      `resource "aws_kms_key" "a" {\n  policy = jsonencode({ Id = ${expression}, Statement = [] })\n}`,
    );
    expect(policyAt(result, 0).Id).toBe(value);
  });
});

describe('CloudFormation', () => {
  test('a template with a key and a role', () => {
    const result = read('key.yaml');
    expect(result.format).toBe('cloudformation-yaml');
    expect(namesOf(result)).toEqual(['key OrdersKey', 'identity WriterRole']);
    expect(policyAt(result, 0)).toEqual({
      Version: '2012-10-17',
      Id: 'orders-key',
      Statement: [
        {
          Sid: 'Root',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:*',
          Resource: '*',
        },
        {
          Sid: 'Reader',
          Effect: 'Allow',
          Principal: {
            AWS: [
              '{{ReaderRoleArn}}',
              'arn:aws:iam::111122223333:role/writer',
              'arn:aws:iam::111122223333:role/fixed',
            ],
          },
          Action: ['kms:Decrypt', 'kms:DescribeKey'],
          Resource: '*',
          Condition: {
            StringEquals: {
              'kms:ViaService': 's3.eu-west-1.amazonaws.com',
              'aws:PrincipalTag/owner': '${aws:username}@orders',
            },
            Bool: { 'aws:SecureTransport': true },
          },
        },
      ],
    });
    expect(policyAt(result, 1).Statement.Resource).toBe(known.keyArn);
    expect(result.policies[0]?.assumed.map(({ code, expression }) => `${code} ${expression}`)).toContain(
      'CONDITION_TAKEN HasReader',
    );
    expect(result.problems).toEqual([
      {
        code: 'POLICY_ELSEWHERE',
        line: 47,
        data: {
          path: 'Resources.WriterRole.Properties.AssumeRolePolicyDocument',
          expression: '!ImportValue trust',
        },
      },
    ]);
  });

  test('JSON, with the long forms of functions and a dynamic reference', () => {
    const result = read('key-template.json');
    expect(result.format).toBe('cloudformation-json');
    const [root, reader] = policyAt(result, 0).Statement;
    expect(root.Principal.AWS).toBe('arn:aws:iam::111122223333:root');
    expect(reader.Principal.AWS).toBe('{{Fn::ImportValue: reader}}');
    expect(placeholdersOf(result, 0)).toEqual(['{{Fn::ImportValue: reader}}', '{{resolve:ssm:/team}}']);
  });

  test('an account with a leading zero stays what is written', () => {
    const text = 'Statement:\n  - Effect: Allow\n    Principal: { AWS: 012345678901 }\n    Action: kms:*\n';
    expect(policyAt(importPolicies(text), 0).Statement[0].Principal.AWS).toBe('012345678901');
  });

  test('a rule of AWS WAF is no policy', () => {
    const text =
      'Resources:\n  A:\n    Type: AWS::WAFv2::WebACL\n    Properties:\n      Rules: [{ Statement: { RateBasedStatement: {} } }]\n';
    expect(importPolicies(text).problems.map(({ code }) => code)).toEqual(['NO_POLICY_FOUND']);
  });
});

describe('JSON', () => {
  test('the answer of GetKeyPolicy', () => {
    const result = read('get-key-policy.json');
    expect(namesOf(result)).toEqual(['key Policy']);
    expect(policyAt(result, 0).Id).toBe('key-default-1');
  });

  test('a list of statements, and one alone', () => {
    expect(policyAt(read('statements.json'), 0)).toMatchObject({
      Version: '2012-10-17',
      Statement: [{}, {}],
    });
    expect(
      policyAt(importPolicies('{"Effect":"Deny","Action":"kms:*","Resource":"*"}'), 0).Statement,
    ).toHaveLength(1);
  });

  test('a policy is taken as it is written, mistakes included', () => {
    const text = '{\n   "Statement" : [ {"Effect":"Deny", "Action":"*"}, ]\n}';
    const { policies, problems } = importPolicies(text);
    expect(policies[0]?.text).toBe(text);
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['SYNTAX 2']);
  });

  test('documents as IAM returns them', () => {
    const document = encodeURIComponent('{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}');
    const result = importPolicies(JSON.stringify({ PolicyVersion: { Document: document } }));
    expect(namesOf(result)).toEqual(['identity PolicyVersion.Document']);
  });
});

test('commands, by options, files and substitutions', () => {
  const result = read('commands.sh');
  expect(result.format).toBe('cli');
  expect(namesOf(result)).toEqual([
    'key kms put-key-policy',
    'identity iam create-policy',
    'rcp organizations create-policy',
  ]);
  expect(policyAt(result, 0).Statement[0].Sid).toBe("It's");
  expect(policyAt(result, 1).Statement[0].Resource).toBe(
    'arn:aws:kms:eu-west-1:{{ACCOUNT}}:key/${aws:username}',
  );
  expect(policyAt(result, 2).Statement[0].Effect).toBe('Deny');
});

test('what is none of these is said to be none of these', () => {
  expect(importPolicies('hello there').problems.map(({ code }) => code)).toEqual(['NOT_RECOGNIZED']);
  expect(importPolicies('').format).toBeNull();
  expect(importPolicies('{}').problems.map(({ code }) => code)).toEqual(['NO_POLICY_FOUND']);
  expect(importPolicies(`{${' '.repeat(1 << 20)}`).problems.map(({ code }) => code)).toEqual(['TOO_LARGE']);
});
