import type { Readable, Writable } from 'node:stream';
import { checkPolicy } from '@/simulator/index.ts';
import { readCheckArguments } from './check-options.ts';
import { formats, locate, type Report } from './findings-formats.ts';
import { InputError } from './input-error.ts';
import { readTextFile } from './input-files.ts';

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
    const { files, format, ...options } = await readCheckArguments(args);
    const reports: Report[] = [];
    for (const file of files) {
      const text = await readTextFile(file, input);
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
