import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { checkPolicy, type PolicyKind } from '@/simulator/index.ts';
import { formats, isFormat, locate, type Report } from './findings-formats.ts';

/** Something the reader can mend: a file that is not there, an option that does not exist. */
class InputError extends Error {}

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

const usage = `Usage: npm run -s kms -- check POLICY.json… [--kind ${kinds.join('|')}]
       [--format ${Object.keys(formats).join('|')}] [--key-arn ARN] [--key-spec SPEC] [--disable CODE]`;

/**
 * Tells what is wrong in policies. A file named `-` is standard input.
 * @returns the exit code: 1 when there are errors, 2 when something could not be read
 */
export async function check(
  args: readonly string[],
  input: Readable,
  output: Writable,
  errors: Writable,
): Promise<number> {
  try {
    const { files, format, ...options } = readArguments(args);
    const reports: Report[] = [];
    for (const file of files) {
      const text = await readText(file, input);
      reports.push({ file, findings: checkPolicy(text, options).map((finding) => locate(finding, text)) });
    }
    output.write(`${formats[format](reports)}\n`);
    return reports.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    errors.write(`kms check: ${error.message}\n`);
    return 2;
  }
}

function readArguments(args: readonly string[]) {
  const { positionals: files, values } = parse(args);
  const { kind, format, disable: disabled = [] } = values;
  const keyArn = values['key-arn'];
  const keySpec = values['key-spec'];
  if (files.length === 0) throw new InputError(usage);
  if (!isKind(kind)) throw new InputError(`there is no kind "${kind}"\n${usage}`);
  if (!isFormat(format)) throw new InputError(`there is no format "${format}"\n${usage}`);
  const key = { ...(keyArn !== undefined && { arn: keyArn }), ...(keySpec !== undefined && { keySpec }) };
  return { files, kind, format, disabled, key: Object.keys(key).length > 0 ? key : null };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        kind: { type: 'string', default: 'key' },
        format: { type: 'string', default: 'json' },
        'key-arn': { type: 'string' },
        'key-spec': { type: 'string' },
        disable: { type: 'string', multiple: true },
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

async function readText(file: string, input: Readable): Promise<string> {
  try {
    const text = file === '-' ? await readAll(input) : await readFile(file, 'utf8');
    return text.replace(/^\uFEFF/, '');
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

async function readAll(input: Readable): Promise<string> {
  let text = '';
  for await (const chunk of input.setEncoding('utf8')) text += chunk;
  return text;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
