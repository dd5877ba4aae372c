import { examplePolicy } from '@/lib/model/example-policy.ts';
import { parsePolicy } from '@/simulator/index.ts';

/** Some lines of the example: one statement, or the lines around them. */
export interface Block {
  readonly statement: number | undefined;
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

/** The line, from 1, that a character of the example stands on. */
export function lineOf(offset: number): number {
  return examplePolicy.slice(0, offset).split('\n').length;
}

/** The example cut at the first and last lines of its statements. */
export const exampleBlocks: readonly Block[] = cutIntoBlocks();

function cutIntoBlocks(): readonly Block[] {
  const lines = examplePolicy.split('\n').map((text, index) => ({ number: index + 1, text }));
  const blocks: Block[] = [];
  let firstLine = 1;
  const cut = (lastLine: number, statement?: number) => {
    if (lastLine >= firstLine) {
      blocks.push({ statement, lines: lines.slice(firstLine - 1, lastLine) });
    }
    firstLine = lastLine + 1;
  };
  for (const { index, range } of parsePolicy(examplePolicy, 'key').document?.statements ?? []) {
    cut(lineOf(range.start) - 1);
    cut(lineOf(range.end), index);
  }
  cut(lines.length);
  return blocks;
}
