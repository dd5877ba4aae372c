/* The options of `kms check`, each held against what there is. */
import { parseArgs } from 'node:util';
import {
  type CheckOptions,
  findingCatalog,
  type IgnoredFinding,
  type PolicyKind,
  type Severity,
} from '@/simulator/index.ts';
import { formats, isFormat } from './findings-formats.ts';
import { InputError } from './input-error.ts';
import { asEnvironment, readJsonFile, readJsonObject, reasonOf } from './input-files.ts';

const kinds: readonly PolicyKind[] = [
  'key',
  'identity',
  'scp',
  'rcp',
  'boundary',
  'session',
  'endpoint',
  'resource',
];

const levels: readonly Severity[] = ['error', 'security-warning', 'warning', 'suggestion'];

const codes: ReadonlySet<string> = new Set(findingCatalog.map(({ code }) => code));

/** What `kms check --help` prints. */
export const usage = `Usage: npm run -s kms -- check POLICY.json… [--kind ${kinds.join('|')}]
       [--format ${Object.keys(formats).join('|')}] [--off CODE]… [--severity CODE=LEVEL]…
       [--ignore FILE] [--world WORLD.json] [--author ARN] [--key-arn ARN] [--key-spec SPEC]

  A policy named - is standard input. LEVEL is ${levels.join(', ')}.
  FILE is a list of findings that are accepted: [{ "code": "…", "sid": "…" }], or with
  "statement": its position from 0. WORLD.json says who is there: key, callers, grants.
  ARN, of --author, is who is about to save the policy.
  Exit code: 0, 1 when there are errors, 2 when something could not be read.`;

export interface CheckArguments extends CheckOptions {
  readonly files: readonly string[];
  readonly format: keyof typeof formats;
}

/** Reads the arguments, and the files that they name beside the policies. Throws `InputError`. */
export async function readCheckArguments(args: readonly string[]): Promise<CheckArguments> {
  const { positionals: files, values } = parse(args);
  const { kind, format, author, off = [], severity = [], ignore, world } = values;
  if (files.length === 0) throw new InputError(`no policy is named\n${usage}`);
  if (!isKind(kind)) throw new InputError(`there is no kind "${kind}"\n${usage}`);
  if (!isFormat(format)) throw new InputError(`there is no format "${format}"\n${usage}`);
  if (author !== undefined && !/^arn:[^:]+:(?:iam|sts)::\d{12}:.+/.test(author))
    throw new InputError(`--author ${author} is not the ARN of a user, a role or a session`);
  const environment = world === undefined ? null : asEnvironment(await readJsonObject(world), world, {});
  const key = {
    ...environment?.key,
    ...(values['key-arn'] !== undefined && { arn: values['key-arn'] }),
    ...(values['key-spec'] !== undefined && { keySpec: values['key-spec'] }),
  };
  return {
    files,
    format,
    kind,
    disabled: off.map(knownCode),
    severities: Object.fromEntries(severity.map(readSeverity)),
    ignore: ignore === undefined ? [] : await readIgnored(ignore),
    environment,
    key: Object.keys(key).length > 0 ? key : null,
    ...(author !== undefined && { author }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        kind: { type: 'string', default: 'key' },
        format: { type: 'string', default: 'json' },
        off: { type: 'string', multiple: true },
        severity: { type: 'string', multiple: true },
        ignore: { type: 'string' },
        world: { type: 'string' },
        author: { type: 'string' },
        'key-arn': { type: 'string' },
        'key-spec': { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new InputError(`${reasonOf(error)}\n${usage}`);
  }
}

function isKind(kind: string): kind is PolicyKind {
  return kinds.some((known) => known === kind);
}

function knownCode(code: string): string {
  if (!codes.has(code)) throw new InputError(`there is no finding "${code}"`);
  return code;
}

function readSeverity(written: string): readonly [string, Severity] {
  const [code = '', level = ''] = written.split('=');
  const severity = levels.find((known) => known === level);
  if (severity === undefined)
    throw new InputError(`--severity ${written}: write CODE=LEVEL; the levels are ${levels.join(', ')}`);
  return [knownCode(code), severity];
}

async function readIgnored(file: string): Promise<readonly IgnoredFinding[]> {
  const value = await readJsonFile(file);
  if (!Array.isArray(value)) throw new InputError(`${file}: a list of accepted findings is needed`);
  return value.map((item, index) => readIgnoredItem(item, `${file}: item ${index + 1}`));
}

function readIgnoredItem(item: unknown, where: string): IgnoredFinding {
  if (typeof item !== 'object' || item === null) throw new InputError(`${where} is not an object`);
  const { code, sid, statement, ...rest }: Readonly<Record<string, unknown>> = { ...item };
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new InputError(`${where}: there is no member "${unknown}"`);
  if (typeof code !== 'string' || !codes.has(code))
    throw new InputError(`${where}: there is no finding ${JSON.stringify(code)}`);
  if (sid !== undefined && typeof sid !== 'string') throw new InputError(`${where}: sid is a text`);
  if (statement !== undefined && typeof statement !== 'number')
    throw new InputError(`${where}: statement is a number`);
  return { code, ...(sid !== undefined && { sid }), ...(statement !== undefined && { statement }) };
}
