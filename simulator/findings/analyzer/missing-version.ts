import type { JsonObject } from '../../policy/json.ts';
import type { CheckContext } from '../context.ts';
import type { Fix } from '../types.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { memberOf } from './shared/tree.ts';

export const missingVersion = defineRule({
  code: 'MISSING_VERSION',
  kinds: everyKind,
  severity: 'warning',
  *find(context) {
    const { root } = context;
    if (root?.type !== 'object' || root.members.length === 0 || memberOf(root, 'Version')) return;
    yield { range: { start: root.start, end: root.start + 1 }, fixes: fixByVersion(context, root) };
  },
});

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
