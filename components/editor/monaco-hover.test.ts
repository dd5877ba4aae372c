import { describe, expect, it } from 'vitest';
import { markdownOf } from './monaco-hover.ts';

describe('markdownOf', () => {
  it('puts the title in code and each paragraph on its own', () => {
    expect(markdownOf({ title: 'kms:Decrypt', paragraphs: ['One', 'Two'] })).toBe(
      '` kms:Decrypt `\n\nOne\n\nTwo',
    );
  });

  it('shows what a policy holds as it is, whatever Markdown would make of it', () => {
    expect(markdownOf({ title: 'a``b', paragraphs: ['kms:* and <b> [x](y)'] })).toBe(
      '``` a``b ```\n\nkms:\\* and \\<b\\> \\[x\\]\\(y\\)',
    );
  });

  it('has no title where there is none', () => {
    expect(markdownOf({ title: '', paragraphs: ['Only this'] })).toBe('Only this');
  });
});
