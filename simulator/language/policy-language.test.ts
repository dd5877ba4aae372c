import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { policyLanguage } from './policy-language.ts';
import { expandSnippet } from './snippet.ts';
import type { LanguageContext } from './types.ts';

const arn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const root = 'arn:aws:iam::111122223333:root';
const app = 'arn:aws:iam::111122223333:role/app';
const statement = (elements: Record<string, unknown>) => ({
  Effect: 'Allow',
  Principal: { AWS: app },
  Action: 'kms:Decrypt',
  Resource: '*',
  ...elements,
});
const policy = (...statements: readonly unknown[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
const world: LanguageContext = {
  kind: 'key',
  environment: { key: { arn }, callers: [{ arn: app, identityPolicies: ['{}'], tags: { team: 'blue' } }] },
  request: { principal: app, action: 'kms:Decrypt', resource: arn, viaService: 's3' },
};

const hoverOn = (text: string, word: string, context: LanguageContext = world) =>
  policyLanguage(context).hover(text, text.indexOf(word) + 1, []);

describe('hover', () => {
  const text = policy(
    statement({
      Sid: 'AppDecrypts',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Condition: { StringEquals: { 'kms:ViaService': 's3.us-west-2.amazonaws.com' } },
    }),
    statement({ Principal: { AWS: root }, Action: 'kms:*', Resource: arn }),
  );

  it.each<[string, string, readonly string[]]>([
    ['an element', 'Resource"', ['In a key policy "*" means this key.']],
    [
      'an action',
      'kms:Decrypt',
      ['Decrypts what was encrypted', 'Access level: Write.', 'RSA and SM2 encryption'],
    ],
    ['a pattern', 'kms:GenerateDataKey*', ['4 KMS actions: GenerateDataKey, ']],
    [
      'a condition key',
      'kms:ViaService',
      ['The AWS service that calls', 'Type: string.', 'In the current request: s3.us-west-2.amazonaws.com.'],
    ],
    ['an operator', 'StringEquals', ['The text in the request is one of those given.']],
    ['a role', app, ['role app of account 111122223333', 'with one IAM policy and the tags team=blue']],
    ['an account', root, ['the account, not a person']],
    [
      'the Sid',
      'AppDecrypts',
      [
        'Allows role app of account 111122223333: Decrypt and GenerateDataKey* on this key, if kms:ViaService is s3',
      ],
    ],
    ['the Effect', 'Allow"', ['Allows role app', 'Permits what the statement describes']],
    ['an ARN', arn, ['service kms, Region us-west-2, account 111122223333']],
    ['a type of principal', 'AWS"', ['by ARN or account ID']],
  ])('on %s', (_, word, expected) => {
    const said = hoverOn(text, word)?.paragraphs.join('\n');
    for (const words of expected) expect(said).toContain(words);
  });

  it('marks the whole string and leads to its page', () => {
    const hover = hoverOn(text, 'kms:Decrypt');
    expect(hover && text.slice(hover.range.start, hover.range.end)).toBe('"kms:Decrypt"');
    expect(hover?.link).toBe('/reference/actions/Decrypt');
    expect(hoverOn(text, 'kms:ViaService')?.link).toBe('/reference/conditions/kms:ViaService');
  });

  it('says what was found at the place first', () => {
    const wrong = policy(statement({ Action: 'kms:Decript' }));
    const hover = policyLanguage(world).hover(wrong, wrong.indexOf('kms:Decript') + 1);
    expect(hover?.paragraphs[0]).toMatch(/^Error: /);
  });

  it('tells an absent key and a stranger', () => {
    const strange = policy(
      statement({
        Principal: { AWS: app.replace('app', 'other') },
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    );
    expect(hoverOn(strange, 'aws:Multi')?.paragraphs).toContain('The current request does not have it.');
    expect(hoverOn(strange, 'role/other')?.paragraphs).toContain('Nobody of this name is known here.');
  });
});

describe('a statement in one sentence', () => {
  it.each<[string, LanguageContext['kind'], unknown]>([
    [
      'Lets account 111122223333 decide by its own IAM policies who may do everything in KMS on this key.',
      'key',
      statement({ Principal: { AWS: root }, Action: 'kms:*' }),
    ],
    [
      'Forbids everybody: ScheduleKeyDeletion on this key, if kms:ScheduleKeyDeletionPendingWindowInDays is less than 30.',
      'key',
      statement({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:ScheduleKeyDeletion',
        Condition: { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } },
      }),
    ],
    [
      'Allows the service logs.us-west-2.amazonaws.com and role app of account 111122223333: Encrypt and Decrypt on this key, if kms:EncryptionContext:a is not x nor y and aws:SourceArn is absent.',
      'key',
      statement({
        Principal: { Service: 'logs.us-west-2.amazonaws.com', AWS: app },
        Action: ['kms:Encrypt', 'kms:Decrypt'],
        Condition: {
          StringNotEquals: { 'kms:EncryptionContext:a': ['x', 'y'] },
          Null: { 'aws:SourceArn': 'true' },
        },
      }),
    ],
    [
      'Allows whoever it is attached to: everything but CreateKey on every resource, if some value of kms:ResourceAliases fits alias/app-* or is absent.',
      'identity',
      {
        Effect: 'Allow',
        NotAction: 'kms:CreateKey',
        Resource: '*',
        Condition: { 'ForAnyValue:StringLikeIfExists': { 'kms:ResourceAliases': 'alias/app-*' } },
      },
    ],
    [
      'Leaves open to whoever it is attached to, without giving it: everything on every resource.',
      'scp',
      { Effect: 'Allow', Action: '*', Resource: '*' },
    ],
  ])('%s', (sentence, kind, one) => {
    const text = policy(one);
    expect(policyLanguage({ kind }).explainStatement(text, text.indexOf('Effect'))).toBe(sentence);
  });

  it('is none outside of statements', () => {
    expect(policyLanguage({ kind: 'key' }).explainStatement(policy(statement({})), 3)).toBeNull();
  });
});

describe('fixes', () => {
  const text = policy(
    statement({ Principal: { AWS: root }, Action: 'kms:*' }),
    statement({ Action: 'kms:Decript' }),
  );
  const place = { start: text.indexOf('Decript'), end: text.indexOf('Decript') };
  const language = policyLanguage({ kind: 'key', environment: { key: { arn }, resourcePolicy: text } });

  it('come with a title, the text afterwards and what access they change', () => {
    const [fix] = language.fixes(text, place);
    expect(fix?.title).toBe('Replace kms:Decript with kms:Decrypt');
    expect(fix?.later).toContain('"kms:Decrypt"');
    expect(fix?.access()?.gains.map(({ principal }) => principal.principal)).toEqual([app]);
  });

  it('are those of the place', () => {
    expect(language.fixes(text, { start: 0, end: 0 })).toEqual([]);
  });
});

describe('format', () => {
  const { format } = policyLanguage({ kind: 'key' });
  const formatted = (text: string) => {
    const result = format(text);
    return result.ok ? applyEdits(text, result.edits) : result.reason;
  };

  it('lays out as the console does and keeps order, duplicates and spelling', () => {
    expect(formatted('{"b":[1,{"a":"\\u0041"}],\n"b":{} ,"c":[]}')).toBe(
      '{\n  "b": [\n    1,\n    {\n      "a": "\\u0041"\n    }\n  ],\n  "b": {},\n  "c": []\n}',
    );
  });

  it('keeps the indentation that is there', () => {
    expect(formatted('{\n    "a":1}')).toBe('{\n    "a": 1\n}');
  });

  it('leaves alone what is no JSON, comments included', () => {
    expect(formatted('{"a":1,}')).toBe('notJson');
    expect(formatted('{"a":1 /* why */}')).toBe('notJson');
  });
});

describe('structure', () => {
  const text = policy(statement({ Sid: 'First' }), statement({ Effect: 'Deny' }));
  const language = policyLanguage({ kind: 'key' });

  it('lists statements by Sid', () => {
    expect(language.outline(text).map(({ name, detail }) => [name, detail])).toEqual([
      ['First', 'Allow'],
      ['Statement 2', 'Deny'],
    ]);
  });

  it('still lists them in a broken text', () => {
    expect(language.outline(`${text.slice(0, -6)}`).map(({ name }) => name)).toEqual([
      'First',
      'Statement 2',
    ]);
  });

  it('folds what spans lines', () => {
    const folded = language.foldingRanges(text).map(({ start, end }) => text[start] + (text[end - 1] ?? ''));
    expect(folded).toEqual(['{}', '[]', '{}', '{}', '{}', '{}']);
  });

  it('refuses a Sid that is taken, empty, or not of letters and digits where those are asked for', () => {
    const both = policy(statement({ Sid: 'First' }), statement({ Sid: 'Second' }));
    const rename = (name: string, kind: LanguageContext['kind'] = 'key') =>
      policyLanguage({ kind }).renameSid(both, both.indexOf('First'), name);
    expect(rename('Second')).toEqual({ ok: false, reason: 'taken' });
    expect(rename('')).toEqual({ ok: false, reason: 'empty' });
    expect(rename('With spaces')).toMatchObject({ ok: true });
    expect(rename('With spaces', 'identity')).toEqual({ ok: false, reason: 'notAlphanumeric' });
  });
});

describe('expandSnippet', () => {
  it.each([
    ['a $1 b ${2:two}', 'a  b two', [2, 2]],
    ['${2:b}${1:a\\}}', 'ba}', [1, 3]],
    ['\\${aws:x\\} $0', '${aws:x} ', [9, 9]],
    ['plain', 'plain', [5, 5]],
  ] as const)('%s', (snippet, text, [start, end]) => {
    expect(expandSnippet(snippet)).toEqual({ text, selection: { start, end } });
  });
});
