import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { evaluate } from '@mdx-js/mdx';
import { createElement, type ReactNode } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lessonFrontmatterSchema } from '@/lib/model/lesson.ts';
import { type Prediction, predictionWorld } from '@/lib/model/prediction.ts';
import { operations } from '@/simulator/catalog/operations.ts';
import { parsePolicy, prepareAuthorizer } from '@/simulator/index.ts';
import { cards } from './cards.ts';
import { labs } from './labs.ts';
import { path } from './path.ts';

interface CodeBlock {
  readonly lang: string | null;
  readonly value: string;
}

const folder = new URL('./lessons/', import.meta.url);
const files = (await readdir(folder, { recursive: true }))
  .filter((name) => name.endsWith('lesson.mdx'))
  .sort();
const inPath = path.flatMap((track) => track.lessons.map((id) => `${track.id}/${id}/lesson.mdx`));

describe('the path', () => {
  it('leads to every lesson, each once', () => {
    expect([...inPath].sort()).toEqual(files);
    expect(new Set(inPath).size).toBe(inPath.length);
  });

  it('has a lab and review cards for each lesson, and none besides', () => {
    const ids = path.flatMap((track) => track.lessons).sort();
    expect(Object.keys(labs).sort()).toEqual(ids);
    expect(Object.keys(cards).sort()).toEqual(ids);
  });
});

describe('review cards', () => {
  it('are at least five a lesson, with ids used once', () => {
    for (const [lesson, list] of Object.entries(cards)) expect(list.length, lesson).toBeGreaterThanOrEqual(5);
    const ids = Object.values(cards).flatMap((list) => list.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(files)('%s', async (name) => {
  const source = await readFile(new URL(name, folder), 'utf8');
  const { blocks, links, html, predictions } = await read(source);

  it('has the frontmatter of a lesson, with the id of its folder', () => {
    const fields = parse(/^---\n([\s\S]*?)\n---/.exec(source)?.[1] ?? '');
    expect(lessonFrontmatterSchema.safeParse(fields).error).toBeUndefined();
    expect(fields.id).toBe(name.split('/').at(-2));
  });

  it('shows policies that KMS would take', () => {
    const policies = [...blocks.filter(({ lang }) => lang === 'json').map(({ value }) => value)];
    for (const text of [...policies, ...predictions.map(({ policy }) => policy)]) {
      expect(parsePolicy(text, 'key').problems, text).toEqual([]);
    }
  });

  it('links only to pages that exist', () => {
    for (const link of links.filter((url) => url.startsWith('/'))) {
      const lesson = /^\/learn\/([a-z-]+)\/([a-z-]+)/.exec(link);
      const file = lesson
        ? new URL(`${lesson[1]}/${lesson[2]}/lesson.mdx`, folder)
        : new URL(`../app${link.replace(/[?#].*/, '')}/page.tsx`, import.meta.url);
      expect(existsSync(file), link).toBe(true);
    }
  });

  it('spells KMS’s operations as the API does', () => {
    const known = new Map(Object.keys(operations).map((operation) => [operation.toLowerCase(), operation]));
    const words = html.replace(/<[^>]+>/g, ' ').match(/\b[A-Za-z]+\b/g) ?? [];
    for (const word of words) {
      const operation = known.get(word.toLowerCase());
      // “sign”, “encrypt” and “decrypt” are also plain English.
      if (operation && !/^[a-z]+$/.test(word)) expect(word).toBe(operation);
    }
    for (const [, action = ''] of html.matchAll(/kms:([A-Z][A-Za-z]+)(?![A-Za-z*])/g)) {
      const permission = /^ReEncrypt(From|To)$/.test(action) || notActions.has(action);
      expect(permission || [...known.values()].includes(action), action).toBe(true);
    }
  });

  it('asks for predictions that the simulator can answer', () => {
    expect(predictions.length).toBeGreaterThan(0);
    for (const { id, verdict } of predictions.map(answer)) expect(verdict, id).not.toBe('NotSimulated');
  });
});

it('explains under each prediction the answer that the simulator gives', async () => {
  const answers: Record<string, string> = {};
  for (const name of files) {
    const { predictions } = await read(await readFile(new URL(name, folder), 'utf8'));
    for (const { id, verdict } of predictions.map(answer)) answers[id] = verdict;
  }
  // The words beside each answer were written for these. If the simulator comes to another, read them again.
  expect(answers).toEqual({
    'through-the-service': 'Allowed',
    'from-another-account': 'ImplicitlyDenied',
    'default-policy-no-iam': 'ImplicitlyDenied',
    'no-account-statement': 'ImplicitlyDenied',
    'deny-in-the-key-policy': 'ExplicitlyDenied',
    'old-ciphertext': 'Allowed',
    'aws-managed-schedule': 'ImplicitlyDenied',
  });
});

/** Condition keys share the prefix of the actions. */
const notActions = new Set(['CallerAccount', 'ViaService', 'RotationPeriodInDays']);

interface Tag {
  readonly children?: ReactNode;
}

type PredictTag = Prediction & { readonly id: string };

function answer({ id, ...prediction }: PredictTag) {
  const { environment, request } = predictionWorld(prediction);
  return { id, verdict: prepareAuthorizer(environment).decide(request) };
}

/** A lesson as its readers and its components get it. */
async function read(source: string) {
  const blocks: CodeBlock[] = [];
  const links: string[] = [];
  const predictions: PredictTag[] = [];
  const collect = () => (tree: Parameters<typeof visit>[0]) =>
    visit(tree, (node) => {
      if (node.type === 'code' && 'value' in node) blocks.push(node as unknown as CodeBlock);
      if (node.type === 'link' && 'url' in node) links.push(String(node.url));
    });
  const { default: Body } = await evaluate(source, {
    ...runtime,
    remarkPlugins: [remarkFrontmatter, remarkGfm, collect],
  });
  const inside = ({ children }: Tag) => children;
  const predict = ({ children, ...prediction }: PredictTag & Tag) => {
    predictions.push(prediction);
    return children;
  };
  const components = {
    Predict: predict,
    Recap: inside,
    KeyKinds: inside,
    AskTheKeyPolicy: inside,
    KeyVersions: inside,
  };
  const html = renderToStaticMarkup(createElement(Body, { components }));
  return { blocks, links, html, predictions };
}
