'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { KeySpec } from '@/simulator/catalog/key-specs.ts';
import type { KeyUsage } from '@/simulator/catalog/types.ts';
import { useTools } from '../account-context.ts';
import { CheckField, RadioField, TextField } from '../fields.tsx';
import { accountOf, principalName } from '../words.ts';
import styles from './create.module.css';
import { type NewKey, originsOf, specsOf, usagesOf } from './kinds.ts';

export interface StepProps {
  readonly value: NewKey;
  readonly onChange: (change: Partial<NewKey>) => void;
}

const usageWords: Readonly<Record<KeyUsage, string>> = {
  ENCRYPT_DECRYPT: 'Encrypt and decrypt',
  SIGN_VERIFY: 'Sign and verify',
  GENERATE_VERIFY_MAC: 'Generate and verify MAC',
  KEY_AGREEMENT: 'Key agreement',
  ENCAPSULATE_DECAPSULATE: 'Encapsulate and decapsulate',
};

function Configure({ value, onChange }: StepProps) {
  const origins = originsOf(value.spec);
  return (
    <>
      <RadioField
        label="Key type"
        value={value.type}
        choices={[
          {
            value: 'symmetric',
            label: 'Symmetric',
            hint: 'One key to encrypt and decrypt, or an HMAC key. What AWS services use.',
          },
          {
            value: 'asymmetric',
            label: 'Asymmetric',
            hint: 'A key pair: the public key can be used outside of AWS.',
          },
        ]}
        onChange={(type) => onChange({ type: type === 'asymmetric' ? 'asymmetric' : 'symmetric' })}
      />
      <RadioField
        label="Key usage"
        value={value.usage}
        choices={usagesOf(value.type).map((usage) => ({ value: usage, label: usageWords[usage] }))}
        onChange={(usage) => onChange({ usage: usage as KeyUsage })}
      />
      {specsOf(value.type, value.usage).length > 1 && (
        <RadioField
          label="Key spec"
          value={value.spec}
          choices={specsOf(value.type, value.usage).map((spec) => ({
            value: spec,
            label: spec,
            ...(spec === 'RSA_4096' && { hint: 'Finding its primes takes some seconds here.' }),
          }))}
          onChange={(spec) => onChange({ spec: spec as KeySpec })}
        />
      )}
      <details className={styles.advanced}>
        <summary>Advanced options</summary>
        <RadioField
          label="Key material origin"
          value={value.origin}
          choices={origins.map((origin) => ({
            value: origin,
            label: origin === 'AWS_KMS' ? 'KMS (recommended)' : 'External: import key material',
          }))}
          onChange={(origin) => onChange({ origin: origin === 'EXTERNAL' ? 'EXTERNAL' : 'AWS_KMS' })}
        />
        <RadioField
          label="Regionality"
          value={value.multiRegion ? 'multi' : 'single'}
          choices={[
            { value: 'single', label: 'Single-Region key' },
            { value: 'multi', label: 'Multi-Region key', hint: 'Cannot be changed afterwards.' },
          ]}
          onChange={(regions) => onChange({ multiRegion: regions === 'multi' })}
        />
      </details>
    </>
  );
}

function Labels({ value, onChange }: StepProps) {
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  return (
    <>
      <TextField
        label="Alias"
        value={value.alias}
        onChange={(alias) => onChange({ alias })}
        hint="Without alias/ before it. The console asks for one; CreateKey does not."
      />
      <TextField
        label="Description"
        value={value.description}
        onChange={(description) => onChange({ description })}
      />
      {value.tags.length > 0 && (
        <ul className={styles.tags}>
          {value.tags.map((tag) => (
            <li key={tag.key}>
              <code>
                {tag.key} = {tag.value}
              </code>
              <Button
                variant="plain"
                onClick={() => onChange({ tags: value.tags.filter((one) => one !== tag) })}
              >
                Remove<VisuallyHidden> the tag {tag.key}</VisuallyHidden>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.pair}>
        <TextField label="Tag key" value={name} onChange={setName} />
        <TextField label="Tag value" value={text} onChange={setText} />
      </div>
      <Button
        disabled={name === '' || value.tags.some(({ key }) => key === name)}
        onClick={() => {
          onChange({ tags: [...value.tags, { key: name, value: text }] });
          setName('');
          setText('');
        }}
      >
        Add the tag
      </Button>
    </>
  );
}

function People({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (arns: string[]) => void;
}) {
  const { view, caller } = useTools();
  const own = view.accounts.find(({ id }) => id === accountOf(caller.arn))?.identities ?? [];
  if (own.length === 0) return <p className={styles.none}>This account has no users and roles.</p>;
  return own.map((arn) => (
    <CheckField
      key={arn}
      label={principalName(arn)}
      checked={chosen.includes(arn)}
      onChange={(isOn) => onChange(isOn ? [...chosen, arn] : chosen.filter((one) => one !== arn))}
    />
  ));
}

function Administrators({ value, onChange }: StepProps) {
  return (
    <>
      <p>
        Who may manage the key, but not use it. None is fine, too: the account’s IAM policies can still let
        people in.
      </p>
      <People chosen={value.administrators} onChange={(administrators) => onChange({ administrators })} />
      <CheckField
        label="Allow key administrators to delete this key"
        checked={value.mayDelete}
        onChange={(mayDelete) => onChange({ mayDelete })}
      />
    </>
  );
}

function Users({ value, onChange }: StepProps) {
  const [other, setOther] = useState('');
  return (
    <>
      <p>Who may use the key in cryptographic operations, and with AWS services.</p>
      <People chosen={value.users} onChange={(users) => onChange({ users })} />
      {value.otherAccounts.length > 0 && (
        <ul className={styles.tags}>
          {value.otherAccounts.map((id) => (
            <li key={id}>
              <code>{id}</code>
              <Button
                variant="plain"
                onClick={() => onChange({ otherAccounts: value.otherAccounts.filter((one) => one !== id) })}
              >
                Remove<VisuallyHidden> account {id}</VisuallyHidden>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TextField
        label="Another AWS account, 12 digits"
        value={other}
        onChange={setOther}
        hint="Its administrators must allow the use there, too."
      />
      <Button
        disabled={!/^\d{12}$/.test(other) || value.otherAccounts.includes(other)}
        onClick={() => {
          onChange({ otherAccounts: [...value.otherAccounts, other] });
          setOther('');
        }}
      >
        Add the account
      </Button>
    </>
  );
}

function Review({ value }: StepProps) {
  const { caller } = useTools();
  const rows = [
    ['Spec', `${value.spec}, ${usageWords[value.usage]}`],
    ['Origin', value.origin],
    ['Regions', `${value.multiRegion ? 'Multi-Region' : 'Single Region'}, ${caller.region}`],
    ['Alias', value.alias === '' ? 'None' : `alias/${value.alias}`],
    ['Description', value.description || 'None'],
    ['Tags', value.tags.map(({ key, value: text }) => `${key} = ${text}`).join(', ') || 'None'],
    ['Administrators', value.administrators.map(principalName).join(', ') || 'None'],
    ['Users', [...value.users.map(principalName), ...value.otherAccounts].join(', ') || 'None'],
  ] as const;
  return (
    <>
      <dl className={styles.review}>
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>CreateKey is called as {principalName(caller.arn)}, then CreateAlias if there is to be an alias.</p>
    </>
  );
}

interface Step {
  readonly title: string;
  readonly Fields: (props: StepProps) => React.ReactNode;
}

/** The pages of the wizard, in their order. */
export const steps: readonly [Step, ...Step[]] = [
  { title: 'Configure key', Fields: Configure },
  { title: 'Add labels', Fields: Labels },
  { title: 'Define administrators', Fields: Administrators },
  { title: 'Define usage', Fields: Users },
  { title: 'Review', Fields: Review },
];
