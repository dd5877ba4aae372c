import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileMdx, readFrontmatter } from './mdx.ts';

const schema = z.strictObject({ title: z.string(), minutes: z.number().int() });

function fileWith(body: string) {
  return { name: 'lesson.mdx', text: `---\ntitle: Keys\nminutes: 6\n---\n\n${body}\n` };
}

async function htmlOf(body: string): Promise<string> {
  const { Body } = await compileMdx(fileWith(body), schema);
  return renderToStaticMarkup(createElement(Body));
}

describe('compileMdx', () => {
  it('returns the checked frontmatter and keeps it out of the page', async () => {
    const { frontmatter } = await compileMdx(fileWith('Text.'), schema);
    expect(frontmatter).toEqual({ title: 'Keys', minutes: 6 });
    expect(await htmlOf('Text.')).toBe('<p>Text.</p>');
  });

  it('lists headings of levels two and three with the ids they carry', async () => {
    const { toc } = await compileMdx(fileWith('## Who is `root`?\n\n### A person\n\n#### No'), schema);
    expect(toc).toEqual([
      { id: 'who-is-root', text: 'Who is root?', depth: 2 },
      { id: 'a-person', text: 'A person', depth: 3 },
    ]);
  });

  it('colours code with the tokens of the theme and lets the keyboard reach it', async () => {
    const html = await htmlOf('```json\n{ "Effect": "Allow" }\n```');
    expect(html).toContain('tabindex="0"');
    expect(html).toContain('color:var(--code-string)');
    expect(html).not.toMatch(/#[0-9a-f]{6}/i);
  });

  it('shows a code block in a language it does not know as text', async () => {
    expect(await htmlOf('```\nplain\n```')).toContain('plain');
  });

  it('names task-list boxes', async () => {
    const html = await htmlOf('- [x] read\n- [ ] run');
    expect(html).toContain('aria-label="done"');
    expect(html).toContain('aria-label="to do"');
  });

  it('names the file when the document does not compile', async () => {
    await expect(compileMdx(fileWith('<Callout>'), schema)).rejects.toThrow(/^lesson\.mdx: /);
  });
});

describe('readFrontmatter', () => {
  it('names the file and the field that is wrong', () => {
    const file = { name: 'a/lesson.mdx', text: '---\ntitle: Keys\nminutes: six\n---\n' };
    expect(() => readFrontmatter(file, schema)).toThrow(/^a\/lesson\.mdx: minutes: /);
  });

  it('says so when there is none, or when it is not YAML', () => {
    expect(() => readFrontmatter({ name: 'x.mdx', text: 'Text.' }, schema)).toThrow(
      'x.mdx: has no frontmatter',
    );
    expect(() => readFrontmatter({ name: 'x.mdx', text: '---\ntitle: "\n---\n' }, schema)).toThrow(
      'x.mdx: frontmatter is not YAML',
    );
  });
});
