import type { Readable, Writable } from 'node:stream';
import { type CheckOptions, checkPolicy } from '@/simulator/index.ts';
import { readCheckArguments, usage } from './check-options.ts';
import { formats, type LocatedFinding, locate, type Report } from './findings-formats.ts';
import { InputError } from './input-error.ts';
import { readTextFile } from './input-files.ts';
import { type FilePolicy, policiesIn } from './policies-in-file.ts';

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
  if (args.includes('--help')) {
    output.write(`${usage}\n`);
    return 0;
  }
  try {
    const { files, format, ...options } = await readCheckArguments(args);
    const reports: Report[] = [];
    for (const file of files) {
      const { policies, remarks } = await policiesIn(await readTextFile(file, input), options);
      for (const remark of remarks) errors.write(`kms check: ${file}, ${remark}\n`);
      reports.push({ file, findings: policies.flatMap((policy) => findingsOf(policy, options)) });
    }
    output.write(`${formats[format](reports)}\n`);
    return reports.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    errors.write(`kms check: ${error.message}\n`);
    return 2;
  }
}

/** A finding of a policy in Terraform or CloudFormation is told at the place where that policy begins. */
function findingsOf(
  { text, kind, line, name }: FilePolicy,
  options: CheckOptions,
): readonly LocatedFinding[] {
  const findings = checkPolicy(text, { ...options, kind }).map((finding) => locate(finding, text));
  if (line === undefined) return findings;
  return findings.map((finding) => ({
    ...finding,
    message: `${name}: ${finding.message}`,
    line,
    column: 1,
    endLine: line,
    endColumn: 1,
  }));
}
