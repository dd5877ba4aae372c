/* What each statement came to for the request, in a few words beside it. */
import type { MarginNote } from '@/components/editor/editor-props.ts';
import type { PlaygroundDocument } from '@/lib/model/playground.ts';
import type { ElementResult, ParsedPolicy, StatementResult } from '@/simulator/index.ts';

/** ARNs by what follows the account, other long values by their ends: the beginnings are alike. */
function shortened(text: string): string {
  const rest = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/.exec(text)?.[1] ?? text;
  return rest.length > 32 ? `…${rest.slice(-31)}` : rest;
}

/** Expected against actual, of the one element that failed. */
function difference({ element, key, expected, found, negated }: ElementResult): string {
  const what = key ?? element;
  const brought = found[0];
  const [first = ''] = expected;
  const apart = brought !== undefined && shortened(first) === shortened(brought);
  // Where only the account differs the short forms would be the same.
  if (apart && !negated) return `${what}: ${first}, not ${brought}`;
  if (brought === undefined) return `${what} is not in the request`;
  if (negated) return `${what} leaves out ${shortened(brought)}`;
  const [asked = 'nothing', ...more] = expected;
  const others = more.length > 0 ? ` or ${more.length} more` : '';
  return `${what}: ${shortened(asked)}${others}, not ${shortened(brought)}`;
}

/** A note for every statement that the decision looked at, and for those that are switched off. */
export function statementNotes(
  { disabled }: PlaygroundDocument,
  parsed: ParsedPolicy | undefined,
  results: readonly StatementResult[],
): readonly MarginNote[] {
  const statements = parsed?.document?.statements ?? [];
  const byIndex = new Map(results.map((result) => [result.index, result]));
  return statements.flatMap(({ index, range }): MarginNote[] => {
    if (disabled.includes(index)) return [{ offset: range.start, text: 'switched off', tone: 'muted' }];
    const result = byIndex.get(index);
    if (!result) return [];
    if (result.matched) {
      const allows = result.effect === 'Allow';
      return [
        {
          offset: range.start,
          text: allows ? 'matches: Allow' : 'matches: Deny',
          tone: allows ? 'allow' : 'deny',
        },
      ];
    }
    const failed = result.elements.find(({ matched }) => !matched);
    return failed ? [{ offset: range.start, text: difference(failed), tone: 'muted' }] : [];
  });
}
