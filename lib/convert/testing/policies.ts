/* Policies for the tests of the conversion: any that IAM's grammar has, with strings that formats stumble over. */
import fc from 'fast-check';
import { type PolicyKind, parsePolicy } from '@/simulator/index.ts';

/** Characters and sequences that mean something to HCL, YAML, JSON, shells, TypeScript or CloudFormation. */
const awkward = [
  '${',
  '}',
  '$${',
  '%{',
  '%%{',
  '$',
  '%',
  '"',
  "'",
  '`',
  '\\',
  '\n',
  '\t',
  '\r',
  '#',
  ': ',
  '- ',
  '!Sub ',
  '{{',
  '}}',
  '&{',
  '${aws:username}',
  '${!x}',
  "'@",
  'POLICY',
  '<<EOF',
  '~',
  'é',
  '😀',
  '\u2028',
  '\u0000',
  '\u0085',
  'null',
  'yes',
  '012',
  '1e3',
  '2012-10-17',
  'eu-west-1',
  '111122223333',
  ' ',
];

/** Text in Unicode's form NFC: Terraform keeps no other. */
export const awkwardText = fc
  .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join('').normalize('NFC'));

const someText = awkwardText.filter((text) => text !== '');
const sid = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/);
const oneOrMore = <T>(item: fc.Arbitrary<T>) =>
  fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));

const principalValue = fc.oneof(
  fc.constantFrom(
    '*',
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::444455556666:role/app',
    '111122223333',
    'arn:aws:iam::111122223333:user/${aws:username}',
  ),
  someText,
);

const principal = fc.oneof(
  fc.constant('*'),
  fc.dictionary(fc.constantFrom('AWS', 'Service', 'Federated', 'CanonicalUser'), oneOrMore(principalValue), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
);

const condition = fc.dictionary(
  fc.constantFrom('StringEquals', 'ForAnyValue:StringLike', 'Bool', 'ArnLikeIfExists', 'NumericLessThan'),
  fc.dictionary(
    fc.oneof(fc.constantFrom('kms:ViaService', 'kms:EncryptionContext:a', 'aws:PrincipalTag/x'), someText),
    oneOrMore(fc.oneof(someText, fc.boolean(), fc.integer())),
    { minKeys: 1, maxKeys: 2, noNullPrototype: true },
  ),
  { minKeys: 1, maxKeys: 2, noNullPrototype: true },
);

const action = fc.constantFrom('kms:*', 'kms:Decrypt', '*', 'kms:Generate*');
const resource = fc.oneof(fc.constantFrom('*', 'arn:aws:kms:eu-west-1:111122223333:key/1234'), someText);

const either = <A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>) => fc.oneof({ weight: 3, arbitrary: a }, b);

const statementBody = fc.tuple(
  fc.record({ Effect: fc.constantFrom('Allow', 'Deny') }),
  either(fc.record({ Action: oneOrMore(action) }), fc.record({ NotAction: oneOrMore(action) })),
  either(fc.record({ Resource: oneOrMore(resource) }), fc.record({ NotResource: oneOrMore(resource) })),
  fc.record({ Condition: condition }, { requiredKeys: [] }),
);

export interface Policy {
  readonly kind: PolicyKind;
  readonly text: string;
}

/** A policy of a key or of an identity, as indented JSON. Sids are letters and digits and used once. */
export const policyArbitrary: fc.Arbitrary<Policy> = fc
  .record({
    kind: fc.constantFrom('key' as const, 'identity' as const),
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Id: fc.option(someText, { nil: undefined }),
    sids: fc.uniqueArray(sid, { minLength: 3, maxLength: 3 }),
    who: fc.array(either(fc.record({ Principal: principal }), fc.record({ NotPrincipal: principal })), {
      minLength: 3,
      maxLength: 3,
    }),
    statements: fc.array(fc.tuple(statementBody, fc.boolean()), { minLength: 1, maxLength: 3 }),
    isList: fc.boolean(),
  })
  .map(({ kind, Version, Id, sids, who, statements, isList }) => {
    const all = statements.map(([parts, hasSid], index) =>
      Object.assign({}, hasSid ? { Sid: sids[index] } : {}, kind === 'key' ? who[index] : {}, ...parts),
    );
    const Statement = all.length === 1 && !isList ? all[0] : all;
    return { kind, text: JSON.stringify({ Version, ...(Id !== undefined && { Id }), Statement }, null, 2) };
  });

const sorted = (values: readonly { readonly value: string }[] | undefined) =>
  values && [...new Set(values.map(({ value }) => value))].sort();

/** What a policy says, without the order in which it says it. */
export function meaningOf(text: string, kind: PolicyKind): unknown {
  const { document } = parsePolicy(text, kind);
  return (
    document && {
      version: document.version,
      id: document.id?.value,
      statements: document.statements.map(
        ({ sid: name, effect, principal: who, action: what, resource: on, conditions }) => ({
          sid: name?.value,
          effect: effect.value,
          principal: who && {
            negated: who.negated,
            values: [...new Set(who.values.map(({ type, value }) => `${type} ${value}`))].sort(),
          },
          action: what && { negated: what.negated, values: sorted(what.values) },
          resource: on && { negated: on.negated, values: sorted(on.values) },
          conditions: conditions
            .map(({ operator, key, values }) => [operator.value, key.value, sorted(values)])
            .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
        }),
      ),
    }
  );
}
