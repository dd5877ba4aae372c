'use client';
import { useState } from 'react';
import type { UseStep } from '@/lib/model/account.ts';
import { findVerb, serviceVerbs } from '@/lib/model/account-services.ts';
import { services } from '@/simulator/catalog/services.ts';
import type { ServiceName } from '@/simulator/index.ts';
import { useTools } from '../account-context.ts';
import { SelectField } from '../fields.tsx';
import styles from './services.module.css';
import { type Kept, StoredList } from './stored-list.tsx';
import { VerbForm } from './verb-form.tsx';

const names = Object.keys(serviceVerbs) as ServiceName[];

/** Reading leaves nothing new. */
function isReader({ service, verb }: UseStep): boolean {
  const row = findVerb(service, verb);
  return row?.takes === 'stored' && Object.keys(row.texts).length === 0;
}

/** AWS services that use keys: what they keep, and which calls of KMS follow. */
export function ServicesTab() {
  const { outcomes } = useTools();
  const [service, setService] = useState<ServiceName>('s3');
  const kept = outcomes.flatMap(({ index, step, answer }): Kept[] =>
    step.type === 'use' && answer.ok && answer.stored && !isReader(step)
      ? [{ index, step, stored: answer.stored }]
      : [],
  );
  return (
    <div className={styles.services}>
      <div className={styles.form}>
        <SelectField
          label="Service"
          value={service}
          choices={names.map((name) => ({ value: name, label: services[name].name }))}
          onChange={(name) => setService(name as ServiceName)}
          hint="Whether the caller may use the service itself is taken as given: only KMS is asked."
        />
        <VerbForm
          key={service}
          service={service}
          kept={kept.filter(({ step }) => step.service === service)}
        />
      </div>
      <StoredList kept={kept} />
    </div>
  );
}
