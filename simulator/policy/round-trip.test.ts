import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFindingCases, textOfExample } from '../testing/finding-cases.ts';
import { parsePolicy } from './parse.ts';
import type { ListElement, PolicyDocument, PolicyKind, PrincipalEntry, Statement } from './types.ts';

/** A document as JSON: what it says, without where it stands. */
function plain({ version, id, statements }: PolicyDocument): object {
  return { Version: version, ...(id && { Id: id.value }), Statement: statements.map(plainStatement) };
}

function plainStatement({ sid, effect, principal, action, resource, conditions }: Statement): object {
  const condition: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, key, values } of conditions) {
    condition[operator.value] = {
      ...condition[operator.value],
      [key.value]: values.map(({ value }) => value),
    };
  }
  return {
    ...(sid && { Sid: sid.value }),
    Effect: effect.value,
    ...(principal && { [`${not(principal)}Principal`]: plainPrincipal(principal) }),
    ...(action && { [`${not(action)}Action`]: action.values.map(({ value }) => value) }),
    ...(resource && { [`${not(resource)}Resource`]: resource.values.map(({ value }) => value) }),
    ...(conditions.length > 0 && { Condition: condition }),
  };
}

const not = ({ negated }: { readonly negated: boolean }) => (negated ? 'Not' : '');

function plainPrincipal({ values }: ListElement<PrincipalEntry>): object {
  const types: Record<string, string[]> = {};
  for (const { type, value } of values) {
    const name = type === '*' ? 'AWS' : type;
    types[name] = [...(types[name] ?? []), value];
  }
  return types;
}

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const list = (item: fc.Arbitrary<string>) => fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
const either = (name: string, value: fc.Arbitrary<unknown>) =>
  fc.tuple(fc.constantFrom(name, `Not${name}`), value).map(([key, found]) => ({ [key]: found }));
const principal = fc.oneof(
  fc.constant('*'),
  fc.record(
    { AWS: list(fc.constantFrom('111122223333', 'arn:aws:iam::111122223333:role/App')), Service: list(text) },
    { requiredKeys: ['AWS'] },
  ),
);
const condition = fc.dictionary(
  fc.constantFrom('StringEquals', 'ForAnyValue:StringLike', 'NumericLessThan', 'NullIfExists', 'Bool'),
  fc.dictionary(fc.constantFrom('kms:ViaService', 'aws:PrincipalArn', 'aws:TagKeys'), list(text), {
    minKeys: 1,
  }),
);
const statement = fc
  .tuple(
    fc.record({ Effect: fc.constantFrom('Allow', 'Deny') }),
    fc.record({ Sid: text, Condition: condition }, { requiredKeys: [] }),
    either('Principal', principal),
    either('Action', list(text)),
    either('Resource', list(text)),
  )
  .map((parts) => Object.assign({}, ...parts));
const document = fc.record(
  {
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Id: text,
    Statement: fc.oneof(statement, fc.array(statement, { minLength: 1, maxLength: 4 })),
  },
  { requiredKeys: ['Version', 'Statement'] },
);

/** Reads a text, prints what was read, and reads that. */
function again(written: string, kind: PolicyKind): readonly [object | null, object | null] {
  const first = parsePolicy(written, kind).document;
  if (first === null) return [null, null];
  const second = parsePolicy(JSON.stringify(plain(first), null, 1), kind).document;
  return [plain(first), second && plain(second)];
}

test('a document that is read, printed and read again says the same', () => {
  fc.assert(
    fc.property(document, fc.constantFrom(undefined, 2, '\t'), (policy, indent) => {
      const [first, second] = again(JSON.stringify(policy, null, indent), 'key');
      expect(first).not.toBeNull();
      expect(second).toEqual(first);
    }),
  );
});

test('so does every policy of the cases', () => {
  for (const { raises, silent } of readFindingCases()) {
    for (const example of [...raises, ...silent]) {
      const [first, second] = again(textOfExample(example), example.kind ?? 'key');
      expect(second).toEqual(first);
    }
  }
});
