'use client';
import { CopyButton } from '@/components/decision/copy-button.tsx';
import { Button } from '@/components/ui/button.tsx';
import type { FoundEvent } from '@/simulator/index.ts';
import { nameOf, useTools } from '../account-context.ts';
import styles from './trail.module.css';

/** One record as CloudTrail writes it, with the way to its decision and its keys. */
export function EventDetail({ found: { event } }: { found: FoundEvent }) {
  const { showWhy, view } = useTools();
  const { eventName, requestID, resources } = event;
  const json = JSON.stringify(event, null, 2);
  const keys = view.keys.filter(({ arn }) => resources.some(({ ARN }) => ARN === arn));
  return (
    <section className={styles.detail} aria-label={`Record of ${eventName}`}>
      <div className={styles.detailHead}>
        <h2>{eventName}</h2>
        {requestID && <Button onClick={() => showWhy(requestID, eventName)}>Why?</Button>}
        <CopyButton text={json} label="Copy the record" />
      </div>
      {keys.length > 0 && (
        <p>
          {keys.map((key) => (
            <a key={key.arn} href={`#keys/${key.keyId}/${key.region}`}>
              {nameOf(key)}
            </a>
          ))}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard. */}
      <pre tabIndex={0}>
        <code>{json}</code>
      </pre>
    </section>
  );
}
