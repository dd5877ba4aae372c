import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/site/breadcrumbs.tsx';
import { Page } from '@/components/site/page.tsx';
import styles from './reference-article.module.css';

interface ReferenceArticleProps {
  /** The way back up, from the widest to the nearest. */
  readonly steps: readonly { readonly href: string; readonly label: string }[];
  /** As AWS, or the check, writes it. */
  readonly id: string;
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
  readonly children: ReactNode;
}

/** A page of the reference: what it is about, its facts in a row, and sections. */
export function ReferenceArticle({ steps, id, title, facts, children }: ReferenceArticleProps) {
  return (
    <Page>
      <article className={styles.article}>
        <header className={styles.head}>
          <Breadcrumbs steps={steps} />
          <h1>{title}</h1>
          <p className={styles.id}>
            <code>{id}</code>
          </p>
          <dl className={styles.facts}>
            {facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </header>
        {children}
      </article>
    </Page>
  );
}
