import type { CSSProperties } from 'react';
import { tokenizeLine } from '@/components/editor/json-tokens.ts';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { statementNames } from './example.ts';
import { exampleBlocks } from './example-blocks.ts';
import styles from './switchable-policy.module.css';

interface SwitchablePolicyProps {
  /** Statements that are switched off, by position. */
  readonly off: readonly number[];
  /** The statement that decided. */
  readonly decided: number | undefined;
  readonly onSwitch: (statement: number) => void;
}

/** The example's text, with a box at each statement that takes it out of the decision. */
export function SwitchablePolicy({ off, decided, onSwitch }: SwitchablePolicyProps) {
  return (
    <div className={styles.policy}>
      {exampleBlocks.map(({ statement, lines }) => {
        const isOff = statement !== undefined && off.includes(statement);
        const decides = statement !== undefined && statement === decided;
        return (
          <div
            key={lines[0]?.number}
            className={[styles.block, isOff && styles.off, decides && styles.decides]
              .filter(Boolean)
              .join(' ')}
          >
            {statement !== undefined && (
              <label className={styles.box}>
                <input type="checkbox" checked={!isOff} onChange={() => onSwitch(statement)} />
                <VisuallyHidden>Statement {statementNames[statement]} counts</VisuallyHidden>
              </label>
            )}
            <pre className={styles.lines}>
              {lines.map(({ number, text }) => (
                <code key={number} className={styles.line} data-line={number} style={hangingIndent(text)}>
                  {coloured(text)}
                  {'\n'}
                </code>
              ))}
            </pre>
          </div>
        );
      })}
    </div>
  );
}

/** A line that must wrap goes on below its own beginning. */
function hangingIndent(line: string): CSSProperties {
  return { '--indent': line.search(/\S|$/) } as CSSProperties;
}

function coloured(line: string) {
  const parts = [];
  let at = 0;
  for (const { start, end, kind } of tokenizeLine(line)) {
    if (kind !== 'string' && kind !== 'punctuation') continue;
    parts.push(
      line.slice(at, start),
      <span key={start} className={styles[kind]}>
        {line.slice(start, end)}
      </span>,
    );
    at = end;
  }
  return [...parts, line.slice(at)];
}
