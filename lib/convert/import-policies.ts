/* Any text to the policies in it: JSON, Terraform, CloudFormation and commands of the AWS CLI. */
import { readCloudFormation } from './cloudformation/read-cloudformation.ts';
import { detectFormat } from './detect-format.ts';
import type { FoundPolicy, FoundProblem, Reader } from './found.ts';
import { lineAt } from './lines.ts';
import { kindByElements, printPolicy } from './policy-value.ts';
import { readCommand } from './read-command.ts';
import { readJson } from './read-json.ts';
import { readTerraform } from './terraform/read-terraform.ts';
import type { ImportedPolicy, ImportFormat, ImportOptions, ImportProblem, ImportResult } from './types.ts';

/** Characters. A repository's whole Terraform is smaller; past it nothing is read. */
const readingLimit = 1 << 20;

const readers: Readonly<Record<ImportFormat, Reader>> = {
  json: readJson,
  terraform: readTerraform,
  'cloudformation-yaml': readCloudFormation,
  'cloudformation-json': readCloudFormation,
  cli: readCommand,
};

/**
 * Finds the policies in a text and writes each as JSON, with `{{expression}}` where the text only refers
 * to something. Never throws: what is wrong comes out as problems.
 */
export function importPolicies(text: string, options: ImportOptions = {}): ImportResult {
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const format = options.format ?? detectFormat(source);
  const failed = (code: ImportProblem['code'], data: ImportProblem['data'] = {}): ImportResult => ({
    format,
    policies: [],
    problems: [{ code, line: 1, data }],
  });
  if (source.length > readingLimit) {
    return failed('TOO_LARGE', { size: `${source.length}`, limit: `${readingLimit}` });
  }
  if (format === null) return failed('NOT_RECOGNIZED');
  try {
    const found = readers[format](source, options.known ?? {});
    const printed = found.policies.map((policy) => print(policy, source));
    const policies = printed.map(({ policy }) => policy);
    const problems = [
      ...found.problems.map((problem) => locate(problem, source)),
      ...printed.flatMap(({ problems: own }) => own),
    ];
    return {
      format,
      policies,
      problems: policies.length + problems.length > 0 ? problems : failed('NO_POLICY_FOUND').problems,
    };
  } catch {
    // Parsers of other makers go as deep as the text nests, which the stack does not always hold.
    return failed('NOT_READABLE');
  }
}

const locate = ({ code, at, data }: FoundProblem, source: string): ImportProblem => ({
  code,
  line: lineAt(source, at),
  data,
});

function print(
  { policy, kind, name, path, at, assumptions, verbatim }: FoundPolicy,
  source: string,
): { policy: ImportedPolicy; problems: readonly ImportProblem[] } {
  const { text, unresolved, leftOut } = printPolicy(policy, source);
  return {
    policy: {
      text: verbatim ?? text,
      kind: kind ?? kindByElements(policy),
      name,
      place: { path, line: lineAt(source, at) },
      unresolved,
      assumed: assumptions.all,
    },
    problems: leftOut.map(({ expression, at: place }) =>
      locate({ code: 'STATEMENT_LEFT_OUT', at: place, data: { expression, path } }, source),
    ),
  };
}
