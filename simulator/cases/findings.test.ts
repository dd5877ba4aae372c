import { describe, expect, test } from 'vitest';
import { describeFinding, describeFix } from '../explain/findings.ts';
import type { Finding } from '../findings/types.ts';
import { applyFix, checkPolicy, compareAccess, findingCatalog } from '../index.ts';
import { type FindingExample, readFindingCases, textOfExample } from '../testing/finding-cases.ts';

const cases = readFindingCases();
const check = (example: FindingExample, text: string) => checkPolicy(text, { kind: 'key', ...example });

const raising = cases.flatMap(({ code, raises }) => raises.map((one) => [code, one.name, one] as const));
const silent = cases.flatMap(({ code, silent: list }) => list.map((one) => [code, one.name, one] as const));

const isKnown = (code: string) => findingCatalog.some((entry) => entry.code === code);

test('every finding has a policy that raises it and one that does not', () => {
  const covered = cases.filter(({ raises, silent: list }) => raises.length > 0 && list.length > 0);
  const codes = new Set(covered.map(({ code }) => code));
  expect(findingCatalog.map(({ code }) => code).filter((code) => !codes.has(code))).toEqual([]);
  expect(cases.map(({ code }) => code).filter((code) => !isKnown(code))).toEqual([]);
});

test.each(silent)('%s is not raised: %s', (code, _name, example) => {
  const codes = check(example, textOfExample(example)).map((finding) => finding.code);
  expect(codes).not.toContain(code);
  expect(codes).not.toContain('CHECK_INCOMPLETE');
});

describe.each(raising)('%s is raised: %s', (code, _name, example) => {
  const text = textOfExample(example);
  const findings = check(example, text);
  const own = findings.filter((finding) => finding.code === code);
  const fixes = own.flatMap((finding) => finding.fixes);

  test('with a sentence, at its place', () => {
    expect(own).not.toEqual([]);
    for (const finding of own) {
      const sentence = describeFinding(finding);
      expect(sentence).toMatch(/^\S.*[.:]?$/s);
      expect(sentence).not.toContain('undefined');
    }
    if (example.at !== undefined) {
      expect(own.map(({ range }) => text.slice(range.start, range.end))).toContain(example.at);
    }
  });

  test('and its fixes mend it', () => {
    expect(fixes.map(({ code: fix, edits }) => ({ code: fix, ...effectOf(example, text, edits) }))).toEqual(
      example.fixes ?? [],
    );
    for (const fix of fixes) {
      const after = check(example, applyFix(text, fix));
      const left = after.filter((finding) => finding.code === code);
      expect(left.length).toBeLessThan(own.length);
      expect(newErrors(findings, after)).toEqual([]);
      expect(describeFix(fix)).not.toContain('undefined');
    }
  });
});

function newErrors(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const old = new Set(before.map(({ code }) => code));
  return after.filter(({ severity, code }) => severity === 'error' && !old.has(code)).map(({ code }) => code);
}

/** What the fix does to access; nothing is told where access cannot be compared. */
function effectOf(
  { kind = 'key', key = null, environment = null }: FindingExample,
  text: string,
  edits: Finding['fixes'][number]['edits'],
): { readonly effect?: string } {
  if (kind !== 'key') return {};
  const fixed = applyFix(text, { code: 'replace', data: {}, edits });
  const world = { ...environment, key: key ?? environment?.key ?? null };
  const { gains, losses, notes } = compareAccess(
    { ...world, resourcePolicy: text },
    { ...world, resourcePolicy: fixed },
  );
  if (notes.length > 0) return { effect: 'notCompared' };
  if (gains.length > 0) return { effect: losses.length > 0 ? 'both' : 'gains' };
  return { effect: losses.length > 0 ? 'loses' : 'none' };
}
