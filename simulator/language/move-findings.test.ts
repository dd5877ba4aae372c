import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../findings/fix.ts';
import type { Finding } from '../findings/types.ts';
import { moveFindings } from './move-findings.ts';

const at = (text: string, word: string): Finding => {
  const start = text.indexOf(word);
  const range = { start, end: start + word.length };
  const fix = { code: 'replace', data: {}, edits: [{ range, text: 'good' }] } as const;
  return { code: 'KMS_LOCKOUT', severity: 'error', range, data: {}, fixes: [fix] };
};

const shown = (text: string, findings: readonly Finding[]) =>
  findings.map(({ range }) => text.slice(range.start, range.end));

describe('moveFindings', () => {
  it('keeps a finding on its word when something is typed before it', () => {
    const later = 'well, a bad word';
    const moved = moveFindings([at('a bad word', 'bad')], 'a bad word', later);
    expect(shown(later, moved)).toEqual(['bad']);
    expect(moved[0]?.fixes.map((fix) => applyFix(later, fix))).toEqual(['well, a good word']);
  });

  it('leaves out what was typed into', () => {
    expect(moveFindings([at('a bad word', 'bad')], 'a bad word', 'a bald word')).toEqual([]);
  });

  it('leaves out a fix that would undo what was typed', () => {
    const finding = at('a bad word', 'bad');
    const range = { start: 6, end: 10 };
    const wide = {
      ...finding,
      fixes: [{ code: 'replace', data: {}, edits: [{ range, text: 'x' }] }] as const,
    };
    const [moved] = moveFindings([wide], 'a bad word', 'a bad wooord');
    expect(moved?.fixes).toEqual([]);
  });

  it('points at the same word after any edit elsewhere', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
        const before = `${a}<bad>${b}`;
        for (const after of [`${c}<bad>${b}`, `${a}<bad>${d}`]) {
          for (const text of shown(after, moveFindings([at(before, '<bad>')], before, after))) {
            expect(text).toBe('<bad>');
          }
        }
      }),
    );
  });
});
