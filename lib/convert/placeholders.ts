/*
 * Placeholders: `{{expression}}` in a policy's text, where the text it came from only refers to something.
 * Double braces mean nothing to IAM (`${…}` is a policy variable, `*` and `?` are wildcards), match nothing
 * by accident, and are what CloudFormation's own dynamic references look like.
 */
import { type JsonNode, parseJson } from '@/simulator/index.ts';

const longest = 60;

/** Every placeholder in a text. */
export const placeholderPattern = /\{\{([^{}]+)\}\}/g;

/** Gives each expression one name, and different expressions different ones. */
export class PlaceholderNames {
  private readonly byExpression = new Map<string, string>();
  private readonly taken = new Set<string>();

  /** The placeholder of an expression, without the characters that would mean something to IAM or to JSON. */
  nameOf(expression: string): string {
    const known = this.byExpression.get(expression);
    if (known !== undefined) return known;
    const plain = expression.replace(/[^\w .,:;/()[\]'!=+@#%&|<>~^-]/g, '').trim() || 'unknown';
    const label = plain.length > longest ? `${plain.slice(0, longest)}...` : plain;
    let name = `{{${label}}}`;
    for (let n = 2; this.taken.has(name); n++) name = `{{${label} (${n})}}`;
    this.taken.add(name);
    this.byExpression.set(expression, name);
    return name;
  }
}

/** The placeholders that a policy's text has, each once, in the order of the text. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(placeholderPattern), ([whole]) => whole))];
}

/**
 * Puts values in for placeholders, by placeholder. A value of several lines becomes several values where
 * the placeholder is a whole string, as the member of a list or in place of one; empty values fill nothing.
 */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  const lists = new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ]),
  );
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: JsonNode, isItem: boolean): void => {
    if (node.type === 'string') {
      const written = text.slice(node.start, node.end);
      const whole = lists.get(node.value);
      const filled =
        whole && whole.length > 1
          ? several(whole, isItem)
          : written.replace(placeholderPattern, (name) =>
              JSON.stringify(lists.get(name)?.[0] ?? name).slice(1, -1),
            );
      if (filled !== written) edits.push({ start: node.start, end: node.end, text: filled });
    } else if (node.type === 'array') {
      for (const item of node.items) visit(item, true);
    } else if (node.type === 'object') {
      for (const { name, value } of node.members) {
        visit(name, true);
        if (value) visit(value, false);
      }
    }
  };
  const { root } = parseJson(text);
  if (root) visit(root, false);
  return edits.reduceRight(
    (filled, { start, end, text: value }) => filled.slice(0, start) + value + filled.slice(end),
    text,
  );
}

function several(values: readonly string[], isItem: boolean): string {
  const joined = values.map((value) => JSON.stringify(value)).join(', ');
  return isItem ? joined : `[${joined}]`;
}
