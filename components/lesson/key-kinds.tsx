import type { ReactNode } from 'react';
import styles from './diagrams.module.css';

/** Where the three kinds of keys live, and who decides about each. */
export function KeyKinds() {
  return (
    <figure className={styles.figure}>
      <div className={styles.accounts}>
        <Account name="Your account" wide>
          <Kind name="Customer managed" example="alias/orders">
            You create it.
            <br />
            You decide everything.
          </Kind>
          <Kind name="AWS managed" example="alias/aws/s3">
            A service creates it for you.
            <br />
            You may look, not touch.
          </Kind>
        </Account>
        <Account name="An account of the service">
          <Kind name="AWS owned">
            The service’s own.
            <br />
            You neither see nor touch it.
          </Kind>
        </Account>
      </div>
      <figcaption>Three kinds of keys: whose account they live in, and what you can do there.</figcaption>
    </figure>
  );
}

function Account({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? styles.accountWide : styles.account}>
      <p className={styles.accountName}>{name}</p>
      {children}
    </div>
  );
}

function Kind({ name, example, children }: { name: string; example?: string; children: ReactNode }) {
  return (
    <div className={styles.kind}>
      <p className={styles.kindName}>{name}</p>
      <p>{children}</p>
      {example && <code>{example}</code>}
    </div>
  );
}
