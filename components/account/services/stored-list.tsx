'use client';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { UseStep } from '@/lib/model/account.ts';
import { findVerb, serviceVerbs } from '@/lib/model/account-services.ts';
import { services } from '@/simulator/catalog/services.ts';
import type { ServiceName, Stored } from '@/simulator/index.ts';
import { nameOf, useTools } from '../account-context.ts';
import styles from './services.module.css';

export interface Kept {
  readonly index: number;
  readonly step: UseStep;
  readonly stored: Stored;
}

const words: Readonly<Record<Stored['encryption'], string>> = {
  awsOwned: 'AWS owned key: no trace in this account',
  kms: '',
  none: 'not encrypted',
  serviceManaged: 'the service’s own keys, outside of KMS',
};

/** What the services keep for this account, and under which keys. */
export function StoredList({ kept }: { kept: readonly Kept[] }) {
  if (kept.length === 0) {
    return (
      <section aria-label="Stored so far">
        <h2 className={styles.title}>Stored so far</h2>
        <p className={styles.muted}>
          Nothing yet. Put the same object with each class of key and compare: which key appears under Keys,
          which calls appear in CloudTrail, what it costs.
        </p>
      </section>
    );
  }
  return (
    <section aria-label="Stored so far">
      <h2 className={styles.title}>Stored so far</h2>
      <ul className={styles.list}>
        {kept.toReversed().map((one) => (
          <StoredRow key={one.index} {...one} />
        ))}
      </ul>
    </section>
  );
}

/** The verb by which a service hands out again what it keeps. */
function readerOf(service: string): string | undefined {
  const verbs = Object.keys((serviceVerbs as Readonly<Record<string, object>>)[service] ?? {});
  return verbs.find((verb) => {
    const row = findVerb(service, verb);
    return row?.takes === 'stored' && Object.keys(row.texts).length === 0;
  });
}

function StoredRow({ index, step, stored }: Kept) {
  const { does, caller, view, busy } = useTools();
  const { service, verb } = step;
  const reader = readerOf(service);
  const key = view.keys.find(({ arn }) => arn === stored.keyArn);
  return (
    <li>
      <div>
        <code>{stored.id}</code>
        <p className={styles.muted}>
          {services[service as ServiceName].name}, {findVerb(service, verb)?.name}:{' '}
          {stored.encryption !== 'kms' && words[stored.encryption]}
          {key && (
            <>
              {key.manager === 'AWS' ? 'AWS managed key' : 'customer managed key'}{' '}
              <a href={`#keys/${key.keyId}/${key.region}`}>{nameOf(key)}</a>
            </>
          )}
          {stored.encryption === 'kms' && key === undefined && 'a key that there is not any more'}
        </p>
      </div>
      {reader && (
        <Button
          disabled={busy}
          onClick={() => does({ type: 'use', caller, service, verb: reader, input: {}, of: index })}
        >
          {findVerb(service, reader)?.name}
          <VisuallyHidden> of {stored.id}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
}
