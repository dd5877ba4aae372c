import { Fragment } from 'react';
import type { Card } from '@/lib/model/lesson.ts';
import styles from './cards.module.css';

/** The lesson's review cards: a question each, the answer behind it. */
export function Cards({ cards }: { cards: readonly Card[] }) {
  return (
    <section className={styles.cards} aria-labelledby="cards-title">
      <h2 id="cards-title">Do you still know?</h2>
      <p>Answer in your own words, then look.</p>
      <ul>
        {cards.map(({ id, front, back }) => (
          <li key={id}>
            <details className={styles.card}>
              <summary>
                <InlineCode text={front} />
              </summary>
              <p>
                <InlineCode text={back} />
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Plain text in which backquotes mark code. */
function InlineCode({ text }: { text: string }) {
  return text.split('`').map((part, index) => {
    const key = `${index}:${part}`;
    return index % 2 === 1 ? <code key={key}>{part}</code> : <Fragment key={key}>{part}</Fragment>;
  });
}
