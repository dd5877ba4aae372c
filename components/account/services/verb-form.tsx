'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { findVerb, serviceVerbs } from '@/lib/model/account-services.ts';
import type { ServiceName } from '@/simulator/index.ts';
import { nameOf, useTools } from '../account-context.ts';
import { CheckField, RadioField, SelectField, TextField } from '../fields.tsx';
import { accountOf } from '../words.ts';
import { inputOf, type KeyKind, kindsOf } from './choice.ts';
import styles from './services.module.css';
import type { Kept } from './stored-list.tsx';

const labels: Readonly<Record<string, string>> = {
  bucket: 'Bucket',
  key: 'Object key',
  content: 'Content',
  id: 'Id',
  instanceId: 'Instance id',
  name: 'Name',
  suffix: 'Suffix of the ARN',
  versionId: 'Version id',
  environment: 'Environment variables',
  role: 'Execution role, ARN',
  group: 'Log group',
  trail: 'Trail',
  topic: 'Topic',
  queue: 'Queue',
};

interface VerbFormProps {
  readonly service: ServiceName;
  /** What steps with this service have stored. */
  readonly kept: readonly Kept[];
}

/** One verb of a service with its fields and the choice of a key. */
export function VerbForm({ service, kept }: VerbFormProps) {
  const { does, caller, view, busy } = useTools();
  const verbs = Object.keys(serviceVerbs[service]);
  const [verb, setVerb] = useState(verbs[0] ?? '');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [kind, setKind] = useState<KeyKind>('default');
  const [chosenKey, setChosenKey] = useState('');
  const [bucketKey, setBucketKey] = useState(false);
  const [of, setOf] = useState('');
  const row = findVerb(service, verb);
  const keys = view.keys.filter(({ manager, region }) => manager === 'CUSTOMER' && region === caller.region);
  const keyArn = keys.some(({ arn }) => arn === chosenKey) ? chosenKey : (keys[0]?.arn ?? '');
  const roles = view.accounts
    .find(({ id }) => id === accountOf(caller.arn))
    ?.identities.filter((arn) => arn.includes(':role/'));
  const start = (name: string, text: string) => (name === 'role' ? (roles?.[0] ?? '') : text);
  const taken =
    kept.find(({ index }) => `${index}` === of) ?? (row?.takes === 'stored' ? kept.at(-1) : undefined);
  if (row === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const texts = Object.entries(row.texts).map(([name, text]) => [name, typed[name] ?? start(name, text)]);
    const input = {
      ...Object.fromEntries(texts),
      ...(row.choosesKey && inputOf(service, { kind, keyArn, bucketKey })),
    };
    void does({ type: 'use', caller, service, verb, input, ...(taken && { of: taken.index }) });
  };
  const names: readonly string[] = Object.keys(row.texts);
  return (
    <form className={styles.fields} onSubmit={submit}>
      {verbs.length > 1 && (
        <SelectField
          label="Action"
          value={verb}
          choices={verbs.map((value) => ({ value, label: findVerb(service, value)?.name ?? value }))}
          onChange={setVerb}
        />
      )}
      {names.map((name) => (
        <TextField
          key={`${verb}/${name}`}
          label={labels[name] ?? name}
          value={typed[name] ?? start(name, row.texts[name] ?? '')}
          onChange={(text) => setTyped((before) => ({ ...before, [name]: text }))}
          {...(name === 'role' && roles && { suggestions: roles })}
        />
      ))}
      {row.takes && (kept.length > 0 || row.takes === 'stored') && (
        <SelectField
          label={takeLabels[row.takes]}
          value={taken ? `${taken.index}` : ''}
          choices={[
            ...(row.takes === 'stored' && kept.length > 0 ? [] : [{ value: '', label: 'None' }]),
            ...kept.map(({ index, stored }) => ({ value: `${index}`, label: stored.id })),
          ]}
          onChange={setOf}
          {...(row.takes === 'stored' &&
            kept.length === 0 && { hint: 'Nothing of this service is stored yet.' })}
        />
      )}
      {row.choosesKey && (
        <RadioField
          label="Encryption"
          value={kind}
          choices={kindsOf(service)}
          onChange={(value) => setKind(value as KeyKind)}
        />
      )}
      {row.choosesKey && kind === 'customerManaged' && (
        <SelectField
          label="Key"
          value={keyArn}
          choices={keys.map((key) => ({ value: key.arn, label: nameOf(key) }))}
          onChange={setChosenKey}
          {...(keys.length === 0 && { hint: `No customer managed key in ${caller.region} yet.` })}
        />
      )}
      {service === 's3' && row.choosesKey && kind !== 'default' && (
        <CheckField label="S3 Bucket Key" checked={bucketKey} onChange={setBucketKey} />
      )}
      <div>
        <Button
          variant="primary"
          type="submit"
          disabled={busy || (row.takes === 'stored' && kept.length === 0)}
        >
          {row.name}
        </Button>
      </div>
    </form>
  );
}

const takeLabels = {
  stored: 'Of what is stored',
  sharing: 'In the same bucket as',
  reusing: 'With the data key of an earlier message',
  snapshot: 'From the snapshot',
} as const;
