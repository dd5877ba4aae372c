/** Where a character of a textarea's text is on the screen, by the coloured text that lies behind it. */
export function caretPlace(lines: HTMLCollection, text: string, offset: number): DOMRect | null {
  const before = text.slice(0, offset);
  const line = lines[before.split('\n').length - 1];
  if (!line) return null;
  let left = offset - (before.lastIndexOf('\n') + 1);
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.collapse(true);
      return range.getBoundingClientRect();
    }
    left -= length;
  }
  const { x, y, height } = line.getBoundingClientRect();
  const indent = Number.parseFloat(getComputedStyle(line).paddingLeft) || 0;
  return new DOMRect(x + indent, y, 0, height);
}
