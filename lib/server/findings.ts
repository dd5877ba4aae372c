import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cache } from 'react';
import { z } from 'zod';
import { findingInPlayground } from '@/lib/model/finding-in-playground.ts';
import { findingHref } from '@/lib/model/reference.ts';
import { packState } from '@/lib/model/share-link.ts';
import { type FindingNote, noteOf } from '@/simulator/explain/finding-notes.ts';
import { describeFinding, describeFix } from '@/simulator/explain/findings.ts';
import {
  applyFix,
  type CheckOptions,
  checkPolicy,
  type Finding,
  type FindingEntry,
  findingCatalog,
  type PolicyKind,
} from '@/simulator/index.ts';

/** A policy on a finding's page. */
export interface PagePolicy {
  readonly text: string;
  /** Lines that the finding speaks of, from 0. */
  readonly marked: ReadonlySet<number>;
  /** What it shows. */
  readonly about: string;
  /** What is known of the key and of who saves the policy, in words. */
  readonly known: readonly string[];
}

export interface PageFix {
  readonly sentence: string;
  /** What it does to access, as the cases prove; absent where it is not compared. */
  readonly effect?: 'gains' | 'loses' | 'both' | 'none' | 'notCompared';
}

export interface FindingPage {
  readonly entry: FindingEntry;
  readonly note: FindingNote;
  readonly avoid: PagePolicy;
  /** What the check says of it. */
  readonly message: string;
  /** The kind of policy that the example is. */
  readonly kind: PolicyKind;
  readonly fixes: readonly PageFix[];
  readonly prefer: PagePolicy & { readonly options: CheckOptions; readonly mended: boolean };
  readonly options: CheckOptions;
  /** Opens the policy in the playground; null where it has no place for it. */
  readonly tryHref: string | null;
}

const folder = path.join(process.cwd(), 'simulator/cases/findings');

const exampleSchema = z.looseObject({
  name: z.string(),
  kind: z.custom<PolicyKind>((value) => typeof value === 'string').optional(),
  policy: z.unknown(),
  fixes: z
    .array(
      z.object({
        code: z.string(),
        effect: z.enum(['gains', 'loses', 'both', 'none', 'notCompared']).optional(),
      }),
    )
    .optional(),
});
const caseSchema = z.object({ raises: z.array(exampleSchema).min(1), silent: z.array(exampleSchema).min(1) });
type Example = z.infer<typeof exampleSchema>;

/** Every finding, as lists show it. */
export const findingSummaries = findingCatalog.map((entry) => ({
  ...entry,
  title: noteOf(entry).title,
  href: findingHref(entry.code),
}));

/** The page of a finding, from its cases: what raises it, and what does not. Undefined for another code. */
export const readFindingPage = cache(async (code: string): Promise<FindingPage | undefined> => {
  const entry = findingCatalog.find((one) => one.code === code);
  if (entry === undefined) return undefined;
  const file = path.join(folder, `${code.toLowerCase().replaceAll('_', '-')}.json`);
  const { raises, silent } = caseSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const example = raises.find(({ kind = 'key' }) => kind === 'key') ?? raises[0];
  if (example === undefined) return undefined;
  const options = optionsOf(example);
  const text = textOf(example);
  const own = checkPolicy(text, options).filter((finding) => finding.code === code);
  const [first] = own;
  if (first === undefined) throw new Error(`${file}: the first example does not raise ${code}`);
  const state = findingInPlayground({ code, text, kind: options.kind, key: options.key ?? null });
  return {
    entry,
    note: noteOf(entry),
    avoid: { text, marked: linesOf(text, own), about: example.name, known: knownOf(options) },
    message: describeFinding(first),
    kind: options.kind,
    fixes: first.fixes.map((fix, index) => {
      const effect = example.fixes?.[index]?.effect;
      return { sentence: describeFix(fix), ...(effect && { effect }) };
    }),
    prefer: preferred(code, { text, options, finding: first }, silent),
    options,
    tryHref: state && `/playground#${await packState(state)}`,
  };
});

interface Raising {
  readonly text: string;
  readonly options: CheckOptions;
  readonly finding: Finding;
}

/** The example with its first fix, if that mends it; else one that only looks like it. */
function preferred(
  code: string,
  { text, options, finding }: Raising,
  silent: readonly Example[],
): FindingPage['prefer'] {
  const [fix] = finding.fixes;
  if (fix !== undefined) {
    const mended = applyFix(text, fix);
    const left = checkPolicy(mended, options);
    if (left.every((other) => other.code !== code && other.severity !== 'error')) {
      const { range, text: added = '' } = fix.edits[0] ?? {};
      // The comma and the line break before it are not what is new.
      const lead = /^[,\s]*/.exec(added)?.[0].length ?? 0;
      const start = range?.start ?? 0;
      const marked =
        added.trim() === ''
          ? new Set<number>()
          : linesBetween(mended, start + lead, start + added.trimEnd().length);
      return {
        text: mended,
        marked,
        about: describeFix(fix),
        known: knownOf(options),
        options,
        mended: true,
      };
    }
  }
  const twin = silent.find(({ kind = 'key' }) => kind === options.kind) ?? silent[0];
  const its = twin === undefined ? options : optionsOf(twin);
  return {
    text: twin === undefined ? text : textOf(twin),
    marked: new Set(),
    about: twin?.name ?? '',
    known: knownOf(its),
    options: its,
    mended: false,
  };
}

function textOf({ policy }: Example): string {
  return typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2);
}

function optionsOf({
  kind = 'key',
  name: _name,
  policy: _policy,
  fixes: _fixes,
  ...rest
}: Example): CheckOptions {
  return { ...(rest as Omit<CheckOptions, 'kind'>), kind };
}

function knownOf({ key, author }: CheckOptions): readonly string[] {
  return [
    ...(key?.arn === undefined ? [] : [`the key is ${key.arn}`]),
    ...(key?.keySpec === undefined ? [] : [`its spec is ${key.keySpec}`]),
    ...(key?.keyUsage === undefined ? [] : [`its usage is ${key.keyUsage}`]),
    ...(key?.origin === undefined ? [] : [`its origin is ${key.origin}`]),
    ...(author === undefined ? [] : [`${author} saves the policy`]),
  ];
}

function linesOf(text: string, findings: readonly Finding[]): ReadonlySet<number> {
  const lines = findings.flatMap(({ range }) => [...linesBetween(text, range.start, range.end)]);
  // What is about the whole text need not be marked.
  return new Set(lines.length >= text.split('\n').length ? [] : lines);
}

function linesBetween(text: string, start: number, end: number): ReadonlySet<number> {
  const line = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  const first = line(start);
  return new Set(Array.from({ length: line(end) - first + 1 }, (_, index) => first + index));
}
