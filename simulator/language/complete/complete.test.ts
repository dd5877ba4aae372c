import { describe, expect, it } from 'vitest';
import { applyCompletion } from '../apply-edits.ts';
import type { Completion, LanguageContext } from '../types.ts';
import { completionsAt } from './complete.ts';

const key = {
  arn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  aliases: ['alias/app'],
  tags: { team: 'blue' },
};
const appRole = 'arn:aws:iam::111122223333:role/app';
const world: LanguageContext = {
  kind: 'key',
  key,
  environment: {
    key,
    callers: [{ arn: appRole, tags: { project: 'apollo' } }, { arn: 'arn:aws:iam::444455556666:user/Ana' }],
    organization: { id: 'o-abcde12345' },
  },
  request: {
    principal: appRole,
    action: 'kms:Decrypt',
    resource: key.arn,
    encryptionContext: { purpose: 'invoices' },
  },
};
const bare: LanguageContext = { kind: 'key' };

/** Completions at the `|`, and the text without it. */
function at(marked: string, context: LanguageContext = bare): { text: string; items: readonly Completion[] } {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, items: completionsAt(text, offset, context) };
}

const labels = (marked: string, context?: LanguageContext) =>
  at(marked, context).items.map(({ label }) => label);

/** The text after choosing the item with this label. */
function chosen(marked: string, label: string, context?: LanguageContext): string {
  const { text, items } = at(marked, context);
  const item = items.find((one) => one.label === label);
  return item ? applyCompletion(text, item).text : `no ${label} among ${items.map((one) => one.label)}`;
}

const inStatement = (inside: string) => `{"Version":"2012-10-17","Statement":[{${inside}}]}`;
const withAction = (action: string, inside: string) =>
  inStatement(`"Effect":"Allow","Action":${action},${inside}`);

describe('elements', () => {
  it.each([
    ['{|}', ['Version', 'Id', 'Statement']],
    ['{"Version":"2012-10-17",|}', ['Id', 'Statement']],
    ['{"Ver|sion":"2012-10-17","Id":"x"}', ['Version', 'Statement']],
    ['{ S|', ['Version', 'Id', 'Statement']],
  ])('of the document: %s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it.each([
    [
      'an empty one',
      inStatement('|'),
      'Sid Effect Principal Action Resource Condition NotPrincipal NotAction NotResource',
    ],
    [
      'what is there is left out',
      inStatement('"Sid":"A","Action":"kms:*",|'),
      'Effect Principal Resource Condition NotPrincipal NotResource',
    ],
    [
      'an unfinished name',
      inStatement('"Effect":"Allow","Res|'),
      'Sid Principal Action Resource Condition NotPrincipal NotAction NotResource',
    ],
    [
      'a name without quotation marks',
      inStatement('Eff|'),
      'Sid Effect Principal Action Resource Condition NotPrincipal NotAction NotResource',
    ],
    [
      'the only statement, without a list',
      '{"Statement":{|}}',
      'Sid Effect Principal Action Resource Condition NotPrincipal NotAction NotResource',
    ],
  ])('of a statement: %s', (_, text, expected) => {
    expect(labels(text).join(' ')).toBe(expected);
  });

  it('has no Principal in a policy on an identity', () => {
    expect(labels(inStatement('|'), { kind: 'identity' })).not.toContain('Principal');
    expect(labels(inStatement('|'), { kind: 'scp' })).not.toContain('Principal');
    expect(labels(inStatement('|'), { kind: 'rcp' })).not.toContain('NotPrincipal');
  });

  it('brings the colon, the value and the commas that are missing', () => {
    expect(chosen(inStatement('|"Effect":"Allow"'), 'Sid')).toBe(
      inStatement('"Sid": "Name","Effect":"Allow"'),
    );
    expect(chosen(inStatement('"Effect":"Allow" |'), 'Resource')).toBe(
      inStatement('"Effect":"Allow", "Resource": "*"'),
    );
    expect(chosen(inStatement('"Actio|n":"kms:*"'), 'NotAction')).toBe(inStatement('"NotAction":"kms:*"'));
  });
});

describe('values', () => {
  it.each<[string, string, LanguageContext, readonly string[]]>([
    ['Version', '{"Version":|}', bare, ['2012-10-17', '2008-10-17']],
    ['Effect', inStatement('"Effect":"|"'), bare, ['Allow', 'Deny']],
    ['Effect of an RCP', inStatement('"Effect":"|"'), { kind: 'rcp' }, ['Deny']],
    ['Effect, before the next member', inStatement('"Effect":|\n"Action":"kms:*"'), bare, ['Allow', 'Deny']],
    ['Principal', inStatement('"Principal":|'), bare, ['{ "AWS": … }', '{ "Service": … }', '*']],
    ['types of principals', inStatement('"Principal":{|}'), bare, ['AWS', 'Service']],
    [
      'other types',
      inStatement('"Principal":{"AWS":"*",|}'),
      { kind: 'resource' },
      ['Service', 'Federated', 'CanonicalUser'],
    ],
    ['Resource of a key policy', inStatement('"Resource":"|"'), world, ['*', key.arn]],
    ['Sid', inStatement('"Sid":"|"'), bare, []],
  ])('%s', (_, text, context, expected) => {
    expect(labels(text, context)).toEqual(expected);
  });

  it('takes the place of the whole value', () => {
    expect(chosen(inStatement('"Effect": |"Allow"'), 'Deny')).toBe(inStatement('"Effect": "Deny"'));
    expect(chosen(inStatement('"Effect":"Al|low"'), 'Deny')).toBe(inStatement('"Effect":"Deny"'));
    expect(chosen(inStatement('"Effect":|\n"Action":"kms:*"'), 'Deny')).toBe(
      inStatement('"Effect":"Deny",\n"Action":"kms:*"'),
    );
  });

  it('knows the principals of the world, and services', () => {
    expect(labels(inStatement('"Principal":{"AWS":"|"}'), world).slice(0, 4)).toEqual([
      'arn:aws:iam::111122223333:root',
      'arn:aws:iam::444455556666:root',
      appRole,
      'arn:aws:iam::444455556666:user/Ana',
    ]);
    expect(labels(inStatement('"Principal":{"Service":["|"]}'), world)).toContain(
      'logs.eu-central-1.amazonaws.com',
    );
  });

  it('knows keys and aliases for policies on identities', () => {
    expect(labels(inStatement('"Resource":"|"'), { ...world, kind: 'identity' })).toEqual([
      key.arn,
      'arn:aws:kms:eu-central-1:111122223333:alias/app',
      'arn:aws:kms:eu-central-1:111122223333:key/*',
      'arn:aws:kms:eu-central-1:111122223333:alias/*',
      '*',
    ]);
  });
});

describe('actions', () => {
  const action = (inside: string) => inStatement(`"Action":${inside}`);

  it.each([
    ['an unfinished string', '"kms:Dec|'],
    ['an unfinished string with more on the line', '["kms:Enc|], "Resource":"*"'],
    ['a string that swallows the next one', '["kms:De|, "kms:Encrypt"]'],
    ['an empty list', '[|]'],
    ['after a comma', '["kms:Encrypt",|]'],
    ['no quotation marks', 'kms:De|'],
    ['nothing yet', '|'],
  ])('%s', (_, inside) => {
    expect(labels(action(inside))).toContain('kms:Decrypt');
  });

  it('replaces the string and no more', () => {
    expect(chosen(action('["kms:De|, "kms:Encrypt"]'), 'kms:Decrypt')).toBe(
      action('["kms:Decrypt", "kms:Encrypt"]'),
    );
    expect(chosen(action('["kms:De|]'), 'kms:Decrypt')).toBe(action('["kms:Decrypt"]'));
    expect(chosen(action('"kms:D|ecr"'), 'kms:Decrypt')).toBe(action('"kms:Decrypt"'));
    expect(chosen(action('["kms:Encrypt" |]'), 'kms:Decrypt')).toBe(action('["kms:Encrypt", "kms:Decrypt"]'));
    expect(chosen(action('"kms:D|\n,"Resource":"*"'), 'kms:Decrypt')).toBe(
      action('"kms:Decrypt"\n,"Resource":"*"'),
    );
  });

  it('fit the key', () => {
    const signing = { kind: 'key', key: { keySpec: 'ECC_NIST_P256', keyUsage: 'SIGN_VERIFY' } } as const;
    const offered = labels(action('"|"'), signing);
    expect(offered).toEqual(expect.arrayContaining(['kms:Sign', 'kms:Verify', 'kms:GetPublicKey', 'kms:*']));
    expect(offered).not.toContain('kms:Decrypt');
    expect(offered).not.toContain('kms:GenerateDataKey*');
  });

  it('fit a symmetric encryption key where the key is known and its spec is not', () => {
    expect(labels(action('"|"'), world)).toContain('kms:Decrypt');
    expect(labels(action('"|"'), world)).not.toContain('kms:Decapsulate');
    expect(labels(action('"|"'))).toContain('kms:Decapsulate');
  });

  it('fit the kind of policy and are not offered twice', () => {
    expect(labels(action('"|"'))).not.toContain('kms:CreateKey');
    expect(labels(action('"|"'), { kind: 'identity' })).toContain('kms:CreateKey');
    expect(labels(action('["kms:Decrypt","|"]'))).not.toContain('kms:Decrypt');
  });

  it('say what they are', () => {
    const { items } = at(action('"|"'));
    expect(items.find(({ label }) => label === 'kms:PutKeyPolicy')).toMatchObject({
      kind: 'action',
      detail: 'Permissions management',
      documentation: expect.stringContaining('Replaces the key policy'),
      filter: '"kms:PutKeyPolicy',
    });
  });
});

describe('conditions', () => {
  it('offers operators that some usable key goes with', () => {
    const offered = labels(withAction('"kms:Decrypt"', '"Condition":{|}'));
    expect(offered).toEqual(expect.arrayContaining(['StringEquals', 'StringEqualsIfExists', 'Bool', 'Null']));
    expect(offered).toContain('ForAnyValue:StringEquals');
    expect(offered).not.toContain('BinaryEquals');
    expect(offered).not.toContain('NullIfExists');
  });

  it('chooses the operator for a key', () => {
    expect(chosen(withAction('"kms:Decrypt"', '"Condition":{|}'), 'kms:ViaService')).toBe(
      withAction('"kms:Decrypt"', '"Condition":{"StringEquals": { "kms:ViaService": "" }}'),
    );
    expect(chosen(withAction('"kms:CreateGrant"', '"Condition":|'), 'kms:GrantOperations')).toBe(
      withAction(
        '"kms:CreateGrant"',
        '"Condition":{ "ForAnyValue:StringEquals": { "kms:GrantOperations": "" } }',
      ),
    );
  });

  it('fits the operator to the key that is there', () => {
    const offered = labels(
      withAction('"kms:CreateGrant"', '"Condition":{"B|":{"kms:GrantIsForAWSResource":"true"}}'),
    );
    expect(offered).toEqual(['Bool', 'Null', 'BoolIfExists']);
  });

  it('offers the keys that the actions know and the operator fits', () => {
    const grants = labels(withAction('"kms:CreateGrant"', '"Condition":{"Bool":{"|"}}'));
    expect(grants).toContain('kms:GrantIsForAWSResource');
    expect(grants).not.toContain('kms:ViaService');
    expect(grants).not.toContain('kms:ReEncryptOnSameKey');
    const lists = labels(withAction('"kms:CreateGrant"', '"Condition":{"ForAnyValue:StringEquals":{|}}'));
    expect(lists).toContain('kms:GrantOperations');
    expect(lists).not.toContain('kms:GranteePrincipal');
  });

  it('knows what follows the names of tags and of the encryption context', () => {
    const offered = labels(withAction('"kms:Decrypt"', '"Condition":{"StringEquals":{"|"}}'), world);
    expect(offered).toEqual(
      expect.arrayContaining([
        'kms:EncryptionContext:purpose',
        'kms:EncryptionContext:aws:s3:arn',
        'aws:PrincipalTag/project',
        'aws:ResourceTag/team',
      ]),
    );
    expect(offered).not.toContain('kms:ResourceAliases');
  });

  it.each<[string, string, readonly string[]]>([
    ['kms:GrantIsForAWSResource', 'Bool', ['true', 'false']],
    ['kms:ViaService', 'Null', ['true', 'false']],
    ['kms:CallerAccount', 'StringEquals', ['111122223333', '444455556666']],
    ['aws:PrincipalOrgID', 'StringEquals', ['o-abcde12345']],
    ['kms:RequestAlias', 'StringEquals', ['alias/app']],
    ['kms:MessageType', 'StringEquals', ['RAW', 'DIGEST', 'EXTERNAL_MU']],
    ['aws:ResourceTag/team', 'StringEquals', ['blue']],
    ['aws:PrincipalTag/project', 'StringEquals', ['apollo']],
    ['kms:EncryptionContext:purpose', 'StringEquals', ['invoices']],
    ['aws:UserAgent', 'StringEquals', []],
  ])('offers the values of %s with %s', (name, operator, expected) => {
    expect(labels(withAction('"kms:*"', `"Condition":{"${operator}":{"${name}":"|"}}`), world)).toEqual(
      expected,
    );
  });

  it('offers the services of the key’s Region', () => {
    const offered = labels(
      withAction('"kms:*"', '"Condition":{"StringEquals":{"kms:ViaService":["|"]}}'),
      world,
    );
    expect(offered).toContain('s3.eu-central-1.amazonaws.com');
    expect(offered.every((one) => one.endsWith('.eu-central-1.amazonaws.com'))).toBe(true);
  });

  it('narrows algorithms and grant operations to the key', () => {
    const hmac: LanguageContext = { kind: 'key', key: { keySpec: 'HMAC_256' } };
    const value = (name: string) => withAction('"kms:*"', `"Condition":{"StringEquals":{"${name}":"|"}}`);
    expect(labels(value('kms:MacAlgorithm'), hmac)).toEqual(['HMAC_SHA_256']);
    expect(labels(value('kms:GrantOperations'), hmac)).toContain('GenerateMac');
    expect(labels(value('kms:GrantOperations'), hmac)).not.toContain('Decrypt');
  });

  it('offers policy variables inside a string', () => {
    const text = withAction(
      '"kms:*"',
      '"Condition":{"StringEquals":{"kms:EncryptionContext:user":"a-${aws:us|-b"}}',
    );
    expect(labels(text)).toContain('${aws:username}');
    expect(chosen(text, '${aws:username}')).toContain('"a-${aws:username}-b"');
    expect(labels(text.replace('StringEquals', 'Bool'))).toEqual([]);
    expect(labels(text.replace('2012-10-17', '2008-10-17'))).toEqual([]);
  });
});

describe('whole statements', () => {
  it('are offered in the list, in its place and for a whole policy', () => {
    const account = 'Let the account decide by IAM policies';
    expect(labels('{"Statement":[|]}')[0]).toBe(account);
    expect(labels('{"Statement":|}')[0]).toBe(account);
    expect(labels('|')[0]).toBe(account);
    expect(JSON.parse(chosen('|', account))).toMatchObject({
      Version: '2012-10-17',
      Statement: [{ Action: 'kms:*' }],
    });
  });

  it('are as deep as the line they are on', () => {
    const text = chosen('{\n  "Statement": [\n    |\n  ]\n}', 'Deny deletion after a short waiting period');
    expect(text.split('\n').slice(2, 5)).toEqual([
      '    {',
      '      "Sid": "Deny deletion in a hurry",',
      '      "Effect": "Deny",',
    ]);
  });
});

describe('nothing', () => {
  it.each([
    ['in a comment', '{ // kms|\n}'],
    ['after the policy', '{}|'],
    ['right behind a value', '{"Version":"2012-10-17"|}'],
    ['in an unknown element', '{"Foo":"|"}'],
    ['deeper than the grammar', inStatement('"Action":[["|"]]')],
  ])('%s', (_, text) => {
    expect(labels(text)).toEqual([]);
  });
});
