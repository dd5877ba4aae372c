import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from './check.ts';

const account = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
const clean = JSON.stringify({ Version: '2012-10-17', Statement: [account] }, null, 2);
const open = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [account, { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }],
  },
  null,
  2,
);
const inert = clean.replace('"*"', '"arn:aws:s3:::amzn-s3-demo-bucket"');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kms-check-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const file = (content: string | Uint8Array) => write('policy.json', content);
const other = (content: string) => write('other.json', content);

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, content);
  return at;
}

function sink() {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => written.join('') };
}

async function run(args: readonly string[], input = '') {
  const output = sink();
  const errors = sink();
  const code = await check(args, Readable.from([input]), output.stream, errors.stream);
  return { code, output: output.text(), errors: errors.text() };
}

const codesIn = (output: string) => (JSON.parse(output) as { code: string }[]).map(({ code }) => code);

test('a policy without findings', async () => {
  expect(await run([await file(clean)])).toEqual({ code: 0, output: '[]\n', errors: '' });
  expect((await run([await file(clean), '--format', 'text'])).output).toBe('No findings.\n');
});

test('a finding comes with its words, its place and its fix', async () => {
  const { code, output } = await run([await file(open)]);
  expect(code).toBe(0);
  const found: Record<string, unknown>[] = JSON.parse(output);
  expect(found.find((one) => one.code === 'KMS_PUBLIC_PRINCIPAL')).toEqual({
    code: 'KMS_PUBLIC_PRINCIPAL',
    severity: 'security-warning',
    message: expect.stringContaining('every principal of every AWS account'),
    line: 14,
    column: 20,
    endLine: 14,
    endColumn: 23,
    fix: {
      message: 'Add the condition StringEquals kms:CallerAccount = 111122223333',
      policy: expect.stringContaining('"kms:CallerAccount": "111122223333"'),
    },
  });
});

test('errors make the exit code 1', async () => {
  const { code, output } = await run([await file(inert)]);
  expect(code).toBe(1);
  expect(codesIn(output)).toContain('KMS_RESOURCE_NOT_THIS_KEY');
});

test('the policy can come from standard input, and broken JSON is a finding', async () => {
  const { code, output } = await run(['-'], '{"Version": ');
  expect(code).toBe(1);
  expect(codesIn(output)).toContain('JSON_SYNTAX_ERROR');
});

test('--help tells the options', async () => {
  const { code, output, errors } = await run(['--help']);
  expect([code, errors]).toEqual([0, '']);
  for (const option of ['--off', '--severity', '--ignore', '--world', '--author'])
    expect(output).toContain(option);
});

test('a byte order mark does not count', async () => {
  expect((await run(['-'], `\uFEFF${clean}`)).output).toBe('[]\n');
});

test('what is known of the key is used, and codes can be switched off', async () => {
  const policy = await file(open.replace('kms:Decrypt', 'kms:Sign'));
  const known = ['--key-spec', 'SYMMETRIC_DEFAULT'];
  expect(codesIn((await run([policy])).output)).not.toContain('KMS_ACTION_NOT_FOR_KEY');
  expect(codesIn((await run([policy, ...known])).output)).toContain('KMS_ACTION_NOT_FOR_KEY');
  const { output } = await run([policy, ...known, '--off', 'KMS_ACTION_NOT_FOR_KEY']);
  expect(codesIn(output)).not.toContain('KMS_ACTION_NOT_FOR_KEY');
});

test('as text, a line for each that editors can jump to', async () => {
  const at = await file(open);
  const { output } = await run([at, '--format', 'text']);
  expect(output).toContain(`${at}:14:20: Security warning: Statement 2 allows every principal`);
  expect(output).toContain('[KMS_PUBLIC_PRINCIPAL]\n    Fix: Add the condition');
});

test('for GitHub, with its characters escaped', async () => {
  const at = await file(open);
  const { output } = await run([at, '--format', 'github']);
  expect(output).toContain('::warning file=');
  expect(output).toContain('line=14,endLine=14,col=20,endColumn=23,title=KMS_PUBLIC_PRINCIPAL::Statement 2');
});

test('as SARIF', async () => {
  const { output } = await run([await file(open), '--format', 'sarif']);
  const { version, runs } = JSON.parse(output);
  expect(version).toBe('2.1.0');
  const result = runs[0].results.find((one: { ruleId: string }) => one.ruleId === 'KMS_PUBLIC_PRINCIPAL');
  expect(result).toMatchObject({
    level: 'warning',
    locations: [{ physicalLocation: { region: { startLine: 14, startColumn: 20 } } }],
  });
  expect(runs[0].tool.driver.rules).toContainEqual({ id: 'KMS_PUBLIC_PRINCIPAL' });
});

test('several files are told apart', async () => {
  const at = await file(inert);
  const { code, output } = await run([at, '-'], clean);
  expect(code).toBe(1);
  expect(JSON.parse(output)).toEqual([
    { file: at, findings: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) },
    { file: '-', findings: [] },
  ]);
});

const severitiesIn = (output: string) =>
  Object.fromEntries(
    (JSON.parse(output) as { code: string; severity: string }[]).map(({ code, severity }) => [
      code,
      severity,
    ]),
  );

test('a finding can have another severity, and errors decide the exit code', async () => {
  const { code, output } = await run([await file(open), '--severity', 'KMS_PUBLIC_PRINCIPAL=error']);
  expect(code).toBe(1);
  expect(severitiesIn(output)).toMatchObject({ KMS_PUBLIC_PRINCIPAL: 'error' });
});

test('findings that are accepted are listed in a file', async () => {
  const listed = async (list: unknown) => {
    const policy = open.replace('"Effect": "Allow",\n      "Principal": "*"', '"Sid": "Open", $&');
    return codesIn((await run([await file(policy), '--ignore', await other(JSON.stringify(list))])).output);
  };
  expect(await listed([])).toContain('KMS_PUBLIC_PRINCIPAL');
  expect(await listed([{ code: 'KMS_PUBLIC_PRINCIPAL', sid: 'Open' }])).not.toContain('KMS_PUBLIC_PRINCIPAL');
  expect(await listed([{ code: 'KMS_PUBLIC_PRINCIPAL', statement: 1 }])).not.toContain(
    'KMS_PUBLIC_PRINCIPAL',
  );
  expect(await listed([{ code: 'KMS_PUBLIC_PRINCIPAL', sid: 'Other' }])).toContain('KMS_PUBLIC_PRINCIPAL');
});

test('the world and the author tell whether somebody is locked out', async () => {
  const own = clean.replace(':root', ':role/Admin');
  const admin = ['--author', 'arn:aws:iam::111122223333:role/Admin'];
  const app = ['--author', 'arn:aws:iam::111122223333:role/App'];
  expect(codesIn((await run([await file(own), ...admin])).output)).not.toContain('KMS_LOCKOUT');
  expect(codesIn((await run([await file(own), ...app])).output)).toContain('KMS_LOCKOUT');
  // In this world nobody's IAM policies say anything about keys.
  const world = { callers: [{ arn: 'arn:aws:iam::111122223333:role/App', identityPolicies: [] }] };
  const empty = ['--world', await other(JSON.stringify(world))];
  expect(codesIn((await run([await file(clean), ...app])).output)).not.toContain('KMS_LOCKOUT');
  expect(codesIn((await run([await file(clean), ...app, ...empty])).output)).toContain('KMS_LOCKOUT');
});

test('the key of the world is used', async () => {
  const world = await other(JSON.stringify({ key: { keySpec: 'SYMMETRIC_DEFAULT' } }));
  const policy = await file(open.replace('kms:Decrypt', 'kms:Sign'));
  expect(codesIn((await run([policy, '--world', world])).output)).toContain('KMS_ACTION_NOT_FOR_KEY');
});

test('a folder, a huge file and what is no text are refused', async () => {
  const refused = async (...args: readonly string[]) => {
    const { code, output, errors } = await run(args);
    expect([code, output]).toEqual([2, '']);
    return errors;
  };
  expect(await refused(folder)).toMatch(/is a folder/);
  expect(await refused(await file(' '.repeat(5 << 20)))).toMatch(/has 5\.0 MB/);
  expect(await refused(await file(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff)))).toMatch(
    /not a text in UTF-8/,
  );
  expect(await refused(await file(Uint8Array.of(0xff, 0xfe, 0x7b, 0x00)))).toMatch(/not a text in UTF-8/);
  expect(await refused(await file(clean), '--ignore', await other('[{ "code": "NONE" }]'))).toMatch(
    /item 1: there is no finding "NONE"/,
  );
  expect(await refused(await file(clean), '--ignore', await other('{}'))).toMatch(/a list/);
  expect(await refused(await file(clean), '--world', await other('[]'))).toMatch(/JSON object/);
});

test.each([
  ['a file that is not there', ['none.json'], /none\.json cannot be read: ENOENT/],
  ['no file', [], /Usage/],
  ['an unknown code', ['-', '--off', 'NONE'], /no finding "NONE"/],
  ['an unknown code with a severity', ['-', '--severity', 'NONE=error'], /no finding "NONE"/],
  ['an unknown severity', ['-', '--severity', 'KMS_LOCKOUT=bad'], /the levels are error/],
  ['an author who is nobody', ['-', '--author', 'me'], /--author me/],
  ['an unknown option', ['a', '--knd', 'key'], /--knd/],
  ['an unknown kind', ['-', '--kind', 'bucket'], /no kind "bucket"/],
  ['an unknown format', ['-', '--format', 'xml'], /no format "xml"/],
])('%s', async (_name, args, message) => {
  const { code, output, errors } = await run(args);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toMatch(message);
});

test('policies in Terraform are checked where they begin, and what is not in the text is told', async () => {
  const terraform = await write(
    'main.tf',
    `# A key that everybody may use.
resource "aws_kms_key" "open" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = var.admin }, Action = "kms:*", Resource = "*" },
      { Effect = "Allow", Principal = "*", Action = "kms:Decrypt", Resource = "*" },
    ]
  })
}
`,
  );
  const { output, errors } = await run([terraform, '--format', 'text']);
  expect(output).toMatch(/main\.tf:3:1: [^\n]*aws_kms_key\.open: /);
  expect(errors).toContain('main.tf, line 6: var.admin is not known and stands as {{var.admin}}.');
});
