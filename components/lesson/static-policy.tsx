import type { CSSProperties } from 'react';
import { tokenizeLine } from '@/components/editor/json-tokens.ts';
import styles from './static-policy.module.css';

interface StaticPolicyProps {
  readonly text: string;
  readonly label: string;
  /** Lines to mark, counted from 0. */
  readonly marked?: ReadonlySet<number>;
}

/** A policy to read: coloured on the server, no script needed. */
export function StaticPolicy({ text, label, marked }: StaticPolicyProps) {
  return (
    <section className={styles.policy} aria-label={label}>
      <pre>
        <code>
          {text
            .trimEnd()
            .split('\n')
            .map((line, index) => (
              // A line has no identity but its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <span key={index} className={lineClass(marked?.has(index))} style={hangingIndent(line)}>
                {coloured(line)}
                {'\n'}
              </span>
            ))}
        </code>
      </pre>
    </section>
  );
}

function lineClass(isMarked = false): string {
  return [styles.line, isMarked && styles.marked].filter(Boolean).join(' ');
}

/** A line that must wrap goes on a little to the right of its own beginning. */
function hangingIndent(line: string): CSSProperties {
  return { '--indent': line.search(/\S|$/) } as CSSProperties;
}

function coloured(line: string) {
  const parts = [];
  let at = 0;
  for (const { start, end, kind } of tokenizeLine(line)) {
    // Only strings are coloured: keys and punctuation read well as they are, and cost a tag each.
    if (kind !== 'string') continue;
    parts.push(line.slice(at, start));
    parts.push(
      <span key={start} className={styles.string}>
        {line.slice(start, end)}
      </span>,
    );
    at = end;
  }
  parts.push(line.slice(at));
  return parts;
}
