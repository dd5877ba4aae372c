import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPolicy } from '../findings/check.ts';
import { type JsonNode, parseJson } from '../policy/json.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { PolicyKind, TextRange } from '../policy/types.ts';
import { mutatedPolicies, realPolicies } from '../testing/policy-texts.ts';
import { applyCompletion, applyEdits } from './apply-edits.ts';
import { policyLanguage } from './policy-language.ts';
import type { Completion, LanguageContext } from './types.ts';

const key = {
  arn: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  keySpec: 'SYMMETRIC_DEFAULT',
};
const principal = 'arn:aws:iam::111122223333:role/App';
const contextOf = (kind: PolicyKind): LanguageContext => ({
  kind,
  key,
  environment: { key, callers: [{ arn: principal, tags: { team: 'blue' } }] },
  request: { principal, action: 'kms:Decrypt', resource: key.arn },
});
const places = fc.record({ policy: mutatedPolicies, at: fc.nat() });
const untouched = fc.record({ policy: fc.constantFrom(...realPolicies), at: fc.nat(), choice: fc.nat() });

/** The strings of a policy outside of a range, each with the names that lead to it. */
function leaves(text: string, except: TextRange = { start: -1, end: -1 }): readonly string[] {
  const found: string[] = [];
  const walk = (node: JsonNode | null, path: string) => {
    if (node?.type === 'array') for (const item of node.items) walk(item, `${path}/`);
    else if (node?.type === 'object') {
      for (const { name, value } of node.members) {
        if (name.end <= except.start || name.start >= except.end) walk(value, `${path}/${name.value}`);
      }
    } else if (node && (node.end <= except.start || node.start >= except.end))
      found.push(`${path}=${node.value}`);
  };
  walk(parseJson(text).root, '');
  return found;
}

/** What the first list has more of than the second. */
function missing(before: readonly string[], after: readonly string[]): readonly string[] {
  const rest = [...after];
  return before.filter((leaf) => {
    const at = rest.indexOf(leaf);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

describe('anything that is typed', () => {
  test('nothing throws, and every range is within the text, on one line for completions', () => {
    fc.assert(
      fc.property(places, ({ policy: { text, kind }, at }) => {
        const offset = at % (text.length + 1);
        const language = policyLanguage(contextOf(kind));
        for (const { range } of language.completions(text, offset)) {
          expect(range.start).toBeLessThanOrEqual(offset);
          expect(range.end).toBeGreaterThanOrEqual(offset);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(range.start, range.end)).not.toContain('\n');
        }
        const hover = language.hover(text, offset);
        if (hover) expect(hover.range.end).toBeLessThanOrEqual(text.length);
        for (const { start, end } of language.foldingRanges(text)) expect(start).toBeLessThan(end);
        for (const { later } of language.fixes(text, { start: offset, end: offset }))
          expect(later).not.toBe(text);
        language.outline(text);
        language.sidAt(text, offset);
        language.explainStatement(text, offset);
      }),
      { numRuns: 250 },
    );
  });

  test('a format changes white space alone, and formats no further', () => {
    fc.assert(
      fc.property(mutatedPolicies, ({ text, kind }) => {
        const { format } = policyLanguage({ kind });
        const formatted = format(text);
        if (!formatted.ok) return;
        const after = applyEdits(text, formatted.edits);
        expect(parsePolicy(after, kind).problems.map(({ code }) => code)).toEqual(
          parsePolicy(text, kind).problems.map(({ code }) => code),
        );
        expect(leaves(after)).toEqual(leaves(text));
        expect(format(after)).toEqual({ ok: true, edits: [] });
      }),
    );
  });

  test('a Sid that is renamed is the only thing that changes', () => {
    fc.assert(
      fc.property(places, ({ policy: { text, kind }, at }) => {
        const { renameSid, sidAt } = policyLanguage({ kind });
        const offset = at % (text.length + 1);
        const sid = sidAt(text, offset);
        const renamed = renameSid(text, offset, 'AnotherName');
        expect(renamed.ok).toBe(sid !== null);
        if (!renamed.ok || !sid) return;
        const after = applyEdits(text, renamed.edits);
        expect(after).toBe(`${text.slice(0, sid.range.start)}"AnotherName"${text.slice(sid.range.end)}`);
      }),
    );
  });
});

describe('a completion', () => {
  const accept = (policy: { text: string; kind: PolicyKind }, at: number, choice: number) => {
    const { text, kind } = policy;
    const items = policyLanguage(contextOf(kind)).completions(text, at % (text.length + 1));
    const item: Completion | undefined = items[choice % Math.max(1, items.length)];
    return item ? { item, after: applyCompletion(text, item).text } : null;
  };

  test('leaves the rest of the document as it was', () => {
    fc.assert(
      fc.property(untouched, ({ policy, at, choice }) => {
        if (parseJson(policy.text).errors.length > 0) return;
        const accepted = accept(policy, at, choice);
        if (!accepted) return;
        const { item, after } = accepted;
        expect(parseJson(after).errors, after).toEqual([]);
        const before = leaves(policy.text, item.range.start < item.range.end ? item.range : undefined);
        // A name that is replaced takes what is behind it along.
        expect(missing(before, leaves(after)), after).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

describe('whole statements', () => {
  const kinds = ['key', 'identity', 'boundary', 'session', 'scp', 'rcp', 'endpoint'] as const;
  test.each(kinds)('are ones that AWS takes: %s', (kind) => {
    const items = policyLanguage({ kind }).completions('', 0);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      const { text } = applyCompletion('', item);
      const errors = checkPolicy(text, { kind }).filter(
        // A statement alone cannot keep a key policy changeable.
        ({ severity, code }) => severity === 'error' && code !== 'KMS_LOCKOUT',
      );
      expect(errors, text).toEqual([]);
    }
  });
});
