/* The XML that STS and IAM answer with. */

/** A tree of elements: text, elements by name, or a list, whose items are `member` elements. */
export type Xml = string | number | readonly Xml[] | { readonly [element: string]: Xml };

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Writes what is inside an element. */
export function writeXml(value: Xml): string {
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.map((item) => `<member>${writeXml(item)}</member>`).join('');
  return Object.entries(value)
    .map(([name, content]) => `<${name}>${writeXml(content)}</${name}>`)
    .join('');
}

const isList = (value: Exclude<Xml, string | number>): value is readonly Xml[] => Array.isArray(value);
