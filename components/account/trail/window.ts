/* Which rows of a long list are in sight. Browsers limit how tall an element can be, so a very long list is squeezed. */

export const rowHeight = 36;
/** Firefox goes no further than about 17 million pixels. */
const maxHeight = 10_000_000;
const overscan = 6;

export interface Window {
  /** First row to be drawn, and the first that is not. */
  readonly first: number;
  readonly last: number;
  /** Where the first one stands, in pixels from the list's top. */
  readonly top: number;
}

/** How tall the list is made, in pixels. */
export const listHeight = (count: number): number => Math.min(count * rowHeight, maxHeight);

/** The rows to draw for a position of the scroll bar. Sizes in pixels. */
export function windowOf(count: number, scrollTop: number, viewHeight: number): Window {
  const height = listHeight(count);
  const fits = Math.ceil(viewHeight / rowHeight);
  const range = Math.max(1, height - viewHeight);
  const position = Math.min(1, Math.max(0, scrollTop / range));
  const isSqueezed = count * rowHeight > maxHeight;
  // The row at the top of the view; at the end of the bar the last row is at its bottom.
  const atTop = isSqueezed ? position * (count - viewHeight / rowHeight) : scrollTop / rowHeight;
  const first = Math.max(0, Math.floor(atTop) - overscan);
  const last = Math.min(count, Math.floor(atTop) + fits + overscan + 1);
  return { first, last, top: isSqueezed ? scrollTop - (atTop - first) * rowHeight : first * rowHeight };
}
