import { expect, test } from 'vitest';
import {
  addCondition,
  addPrincipal,
  addToList,
  appendStatement,
  removeCondition,
  removeFromList,
  removeStatement,
  setMember,
} from './edit.ts';

/** Written as people do: spaces, lists over several lines and in one. */
const written = `{
    "Version" : "2012-10-17",
    "Statement" : [ {
        "Sid" : "One",
        "Effect" : "Allow",
        "Principal" : { "AWS" : "arn:aws:iam::111122223333:root" },
        "Action" : [
            "kms:Encrypt",
            "kms:Decrypt"
        ],
        "Resource" : "*",
        "Condition": {"StringEquals": {"kms:CallerAccount": "111122223333", "kms:KeySpec": ["RSA_2048"]}}
    }, {
        "Effect" : "Deny", "Principal" : "*", "Action" : ["kms:Sign"], "Resource" : "*"
    } ]
}
`;

test.each([
  [
    'an action, a line more',
    addToList(written, 0, 'Action', 'kms:Sign'),
    '"kms:Decrypt",\n            "kms:Sign"\n        ]',
  ],
  [
    'an action, in the same line',
    addToList(written, 1, 'Action', 'kms:Verify'),
    '["kms:Sign", "kms:Verify"]',
  ],
  ['a lone value becomes a list', addToList(written, 0, 'Resource', 'arn:x'), '"Resource" : ["*", "arn:x"]'],
  [
    'a principal of the same type',
    addPrincipal(written, 0, 'AWS', 'b'),
    '{ "AWS" : ["arn:aws:iam::111122223333:root", "b"] }',
  ],
  ['a principal of another type', addPrincipal(written, 0, 'Service', 'b'), ':root", "Service" : "b" }'],
  [
    'a value of a condition',
    addCondition(written, 0, 'StringEquals', 'kms:KeySpec', 'b'),
    '["RSA_2048", "b"]',
  ],
  [
    'a key of an operator',
    addCondition(written, 0, 'StringEquals', 'aws:username', 'b'),
    '["RSA_2048"], "aws:username": "b"}',
  ],
  ['an operator', addCondition(written, 0, 'Bool', 'k', 'true'), '["RSA_2048"]}, "Bool": { "k": "true" }}'],
  [
    'a condition block',
    addCondition(written, 1, 'Bool', 'k', 'true'),
    '"Resource" : "*", "Condition" : { "Bool": { "k": "true" } }\n',
  ],
])('adds %s and changes nothing else', (_name, edited, part) => {
  expect(edited?.text).toContain(part);
  expect(() => JSON.parse(edited?.text ?? '')).not.toThrow();
  const { start = 0, end = 0 } = edited?.range ?? {};
  const rest = `${edited?.text.slice(0, start)}${edited?.text.slice(end)}`;
  const bare = (text: string) => text.replace(/[\s,[\]]/g, '');
  expect(bare(rest)).toBe(bare(written));
});

test('gives a member another value', () => {
  expect(setMember(written, 0, 'resource', 'arn:x')?.text).toContain('"Resource" : "arn:x"');
});

test('adds a statement as deep as its neighbours', () => {
  const edited = appendStatement(written, { Effect: 'Allow', Action: 'kms:Sign' });
  expect(JSON.parse(edited?.text ?? '').Statement).toHaveLength(3);
  const pretty = JSON.stringify(JSON.parse(written), null, 2);
  const added = appendStatement(pretty, { Effect: 'Allow' })?.text ?? '';
  expect(added).toBe(JSON.stringify(JSON.parse(added), null, 2));
  const minified = JSON.stringify(JSON.parse(written));
  expect(JSON.parse(appendStatement(minified, { Effect: 'Allow' })?.text ?? '').Statement).toHaveLength(3);
});

test('a policy whose only statement is no list', () => {
  const edited = appendStatement('{"Statement": {"Effect": "Deny"}}', { Effect: 'Allow' });
  expect(JSON.parse(edited?.text ?? '')).toEqual({ Statement: [{ Effect: 'Deny' }, { Effect: 'Allow' }] });
});

test('takes things out with their comma', () => {
  expect(JSON.parse(removeStatement(written, 0)?.text ?? '').Statement).toHaveLength(1);
  expect(JSON.parse(removeStatement(written, 1)?.text ?? '').Statement[0].Sid).toBe('One');
  expect(removeFromList(written, 0, 'Action', (value) => value === 'kms:Encrypt')?.text).toContain(
    '[\n            "kms:Decrypt"\n        ]',
  );
  expect(removeFromList(written, 1, 'Action', () => true)).toBeNull();
  const one = removeCondition(written, 0, 'StringEquals', 'kms:CallerAccount')?.text ?? '';
  expect(one).toContain('{"StringEquals": {"kms:KeySpec": ["RSA_2048"]}}');
  const none = removeCondition(one, 0, 'stringequals', 'kms:KeySpec')?.text ?? '';
  expect(JSON.parse(none).Statement[0]).not.toHaveProperty('Condition');
});

test('what is not there cannot be edited', () => {
  expect(addToList(written, 7, 'Action', 'x')).toBeNull();
  expect(addPrincipal(written, 1, 'AWS', 'x')).toBeNull();
  expect(appendStatement('{"Version": "2012-10-17"}', {})).toBeNull();
  expect(removeStatement('{"Statement": [{}]}', 0)).toBeNull();
});
