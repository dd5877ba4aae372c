import 'server-only';
import { evaluate } from '@mdx-js/mdx';
import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { MDXContent } from 'mdx/types';
import * as runtime from 'react/jsx-runtime';
import rehypeSlug from 'rehype-slug';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';
import type { ZodType } from 'zod';
import { codeTheme, loadHighlighter } from './highlight.ts';

/** A heading of the second or third level. */
export interface TocEntry {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
}

export interface CompiledMdx<Frontmatter> {
  readonly Body: MDXContent;
  readonly toc: readonly TocEntry[];
  readonly frontmatter: Frontmatter;
}

/** A source file: its text, and the name that errors call it by. */
export interface MdxFile {
  readonly name: string;
  readonly text: string;
}

/** Compiles a document and checks its frontmatter. Errors name the file, and the line or the field. */
export async function compileMdx<Frontmatter>(
  file: MdxFile,
  schema: ZodType<Frontmatter>,
): Promise<CompiledMdx<Frontmatter>> {
  const frontmatter = readFrontmatter(file, schema);
  const toc: TocEntry[] = [];
  const highlighter = await loadHighlighter();
  try {
    const { default: Body } = await evaluate(file.text, {
      ...runtime,
      baseUrl: import.meta.url,
      remarkPlugins: [remarkFrontmatter, remarkGfm],
      rehypePlugins: [
        rehypeSlug,
        [rehypeShikiFromHighlighter, highlighter, { theme: codeTheme, defaultLanguage: 'text' }],
        () => (tree: Root) => visit(tree, 'element', (node) => finishElement(node, toc)),
      ],
    });
    return { Body, toc, frontmatter };
  } catch (error) {
    throw new Error(`${file.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The checked frontmatter alone, for lists. */
export function readFrontmatter<Frontmatter>(file: MdxFile, schema: ZodType<Frontmatter>): Frontmatter {
  const block = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(file.text)?.[1];
  if (block === undefined) throw new Error(`${file.name}: has no frontmatter`);
  const result = schema.safeParse(parseFields(file.name, block));
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'frontmatter'}: ${message}`,
  );
  throw new Error(`${file.name}: ${problems.join('; ')}`);
}

function parseFields(name: string, block: string): unknown {
  try {
    return parseYaml(block);
  } catch (error) {
    throw new Error(`${name}: frontmatter is not YAML: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

/** Notes headings, and gives code blocks and task lists what keyboard and screen reader need. */
function finishElement(node: Element, toc: TocEntry[]): void {
  const { tagName, properties } = node;
  if ((tagName === 'h2' || tagName === 'h3') && properties.id) {
    toc.push({ id: String(properties.id), text: textOf(node), depth: Number(tagName[1]) });
  }
  // A block that scrolls sideways must be reachable without a mouse.
  if (tagName === 'pre') properties.tabIndex = 0;
  if (tagName === 'input' && properties.type === 'checkbox') {
    properties.ariaLabel = properties.checked ? 'done' : 'to do';
  }
}
