/* The policies that a file has: the file itself where it is JSON, else those of its Terraform or CloudFormation. */
import { detectFormat } from '@/lib/convert/detect-format.ts';
import { knownFromKey } from '@/lib/convert/known.ts';
import { describeImportProblem } from '@/lib/convert/words.ts';
import type { CheckOptions, PolicyKind } from '@/simulator/index.ts';

export interface FilePolicy {
  readonly text: string;
  readonly kind: PolicyKind;
  /** Where the policy begins in its file, when it is not the file itself. Its own lines are not the file's. */
  readonly line?: number;
  readonly name?: string;
}

export interface PoliciesInFile {
  readonly policies: readonly FilePolicy[];
  /** What could not be read or resolved, in words that begin with the line. */
  readonly remarks: readonly string[];
}

/** Finds the policies in a file's text. The readers of other formats are loaded for files that need them. */
export async function policiesIn(text: string, { kind = 'key', key }: CheckOptions): Promise<PoliciesInFile> {
  const format = detectFormat(text);
  if (format === null || format === 'json') return { policies: [{ text, kind }], remarks: [] };
  const { importPolicies } = await import('@/lib/convert/import-policies.ts');
  const { policies, problems } = importPolicies(text, { format, known: knownFromKey(key?.arn ?? '') });
  const unresolved = policies.flatMap((policy) => policy.unresolved);
  return {
    policies: policies.map((policy) => ({
      text: policy.text,
      // Only what is no key policy has to say what it is.
      kind: kind === 'key' ? policy.kind : kind,
      line: policy.place.line,
      name: policy.name,
    })),
    remarks: [
      ...problems.map((problem) => `line ${problem.line}: ${describeImportProblem(problem)}`),
      ...unresolved.map(
        ({ expression, placeholder, places }) =>
          `line ${places[0]?.line}: ${expression} is not known and stands as ${placeholder}.`,
      ),
    ],
  };
}
