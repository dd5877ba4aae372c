/* The document as a whole: its version, its size, its Sids, and statements that are there twice. */
import type { JsonNode, JsonObject } from '../../policy/json.ts';
import type { CheckContext } from '../context.ts';
import type { Fix, Hit } from '../types.ts';
import { defineRule, everyKind, kindsOfIam } from './rule.ts';
import { fixByRemoving, memberOf, statementNodes } from './tree.ts';
import { resourcesOf } from './values.ts';

/** Sids that an earlier statement has. */
function* repeatedSids({ statements }: CheckContext): Generator<Hit> {
  const seen = new Set<string>();
  for (const { statement } of statements) {
    const { sid } = statement;
    if (!sid || sid.value === '') continue;
    if (seen.has(sid.value)) yield { range: sid.range, data: { sid: sid.value } };
    seen.add(sid.value);
  }
}

/** A statement without its Sid, its order and its way of writing one value. */
function meaningOf(node: JsonNode): string {
  switch (node.type) {
    case 'object':
      return `{${node.members
        .map(({ name, value }) => [name.value.toLowerCase(), value === null ? '' : meaningOf(value)] as const)
        .filter(([name]) => name !== 'sid')
        .map(([name, value]) => `${JSON.stringify(name)}:${value}`)
        .sort()
        .join()}}`;
    case 'array':
      return node.items.length === 1 && node.items[0]
        ? meaningOf(node.items[0])
        : `[${node.items.map(meaningOf).sort().join()}]`;
    default:
      return JSON.stringify(node.value);
  }
}

/** Adds a Version before the first element, with its indentation. */
function fixByVersion({ text }: CheckContext, root: JsonObject): readonly Fix[] {
  const [first] = root.members;
  if (!first) return [];
  const gap = text.slice(root.start + 1, first.start);
  if (gap.trim() !== '') return [];
  const separator = gap.includes('\n') ? gap : ' ';
  return [
    {
      code: 'addElement',
      data: { element: 'Version', value: '2012-10-17' },
      edits: [
        { range: { start: first.start, end: first.start }, text: `"Version": "2012-10-17",${separator}` },
      ],
    },
  ];
}

/** Characters that count where white space does not. */
function sizeWithoutSpace(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** Characters of a managed policy. Source: IAM and AWS STS quotas. */
const identityLimit = 6_144;
/** Bytes of a bucket policy. Source: Amazon S3 User Guide, bucket policies. */
const bucketLimit = 20_480;

export const statementRules = [
  defineRule({
    code: 'MISSING_VERSION',
    kinds: everyKind,
    severity: 'warning',
    *find(context) {
      const { root } = context;
      if (root?.type !== 'object' || root.members.length === 0 || memberOf(root, 'Version')) return;
      yield { range: { start: root.start, end: root.start + 1 }, fixes: fixByVersion(context, root) };
    },
  }),
  defineRule({
    code: 'EMPTY_SID_VALUE',
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const statement of statementNodes(context)) {
        const sid = memberOf(statement, 'Sid');
        if (sid?.value?.type !== 'string' || sid.value.value !== '') continue;
        const range = { start: sid.start, end: sid.end };
        yield { range, fixes: fixByRemoving(context, range, 'removeElement', { element: 'Sid' }) };
      }
    },
  }),
  defineRule({
    code: 'UNSUPPORTED_SID',
    kinds: kindsOfIam,
    severity: 'error',
    *find({ statements }) {
      for (const { sid } of statements.map(({ statement }) => statement)) {
        if (sid && /[^A-Za-z0-9]/.test(sid.value)) yield { range: sid.range, data: { sid: sid.value } };
      }
    },
  }),
  defineRule({ code: 'UNIQUE_SIDS_REQUIRED', kinds: kindsOfIam, severity: 'error', find: repeatedSids }),
  defineRule({
    code: 'UNIQUE_SIDS_RECOMMENDED',
    kinds: ['key', 'scp', 'rcp', 'endpoint', 'resource'],
    severity: 'warning',
    find: repeatedSids,
  }),
  defineRule({
    code: 'REDUNDANT_STATEMENT',
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      const seen = new Set<string>();
      for (const node of statementNodes(context)) {
        const range = { start: node.start, end: node.end };
        const meaning = meaningOf(node);
        if (seen.has(meaning)) yield { range, fixes: fixByRemoving(context, range, 'removeStatement', {}) };
        seen.add(meaning);
      }
    },
  }),
  defineRule({
    code: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
    kinds: ['identity', 'boundary'],
    severity: 'warning',
    *find({ text }) {
      const size = sizeWithoutSpace(text);
      if (size <= identityLimit) return;
      yield { range: { start: 0, end: 1 }, data: { size: `${size}`, limit: `${identityLimit}` } };
    },
  }),
  defineRule({
    code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
    // The quota is the resource's: it is known when all that the policy names are buckets and objects.
    kinds: ['resource'],
    severity: 'warning',
    *find(context) {
      const resources = [...resourcesOf(context)];
      const size = byteLength(context.text);
      if (size <= bucketLimit || resources.length === 0) return;
      if (!resources.every(({ value }) => /^arn:[^:]*:s3:/.test(value))) return;
      yield { range: { start: 0, end: 1 }, data: { size: `${size}`, limit: `${bucketLimit}` } };
    },
  }),
] as const;

/** In UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
