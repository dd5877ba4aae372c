import Link from 'next/link';
import type { ComponentProps } from 'react';
import { AskTheKeyPolicy } from '@/components/lesson/ask-the-key-policy.tsx';
import { KeyKinds } from '@/components/lesson/key-kinds.tsx';
import { KeyVersions } from '@/components/lesson/key-versions.tsx';
import { Predict } from '@/components/lesson/predict.tsx';
import { Callout } from './callout.tsx';
import styles from './mdx.module.css';
import { Figure, KeyTerm, Recap } from './tags.tsx';

/** What authors may write in a lesson: the tags of Markdown and a few of our own. */
export const mdxComponents = {
  h2: (props: ComponentProps<'h2'>) => <Heading level="h2" {...props} />,
  h3: (props: ComponentProps<'h3'>) => <Heading level="h3" {...props} />,
  a: ProseLink,
  table: WideTable,
  Callout,
  KeyTerm,
  Figure,
  Recap,
  Predict,
  AskTheKeyPolicy,
  KeyKinds,
  KeyVersions,
};

/** A heading with a link to itself, shown on hover and focus. */
function Heading({ level: Level, id, ...rest }: ComponentProps<'h2'> & { level: 'h2' | 'h3' }) {
  return (
    <div className={styles.heading}>
      <Level id={id} {...rest} />
      <a className={styles.anchor} href={`#${id}`} aria-label="Link to this section" aria-describedby={id}>
        #
      </a>
    </div>
  );
}

/** Links within the site move without a reload. */
function ProseLink({ href = '', children, ...rest }: ComponentProps<'a'>) {
  if (!href.startsWith('/'))
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  return (
    <Link href={href} prefetch={false}>
      {children}
    </Link>
  );
}

/** A table scrolls by itself, so that the page never does; focusable, so that the keyboard can scroll it. */
function WideTable(props: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.scroll} tabIndex={0} aria-label="Table">
      <table {...props} />
    </section>
  );
}
