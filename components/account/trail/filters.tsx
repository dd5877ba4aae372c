'use client';
import { Button } from '@/components/ui/button.tsx';
import { operations } from '@/simulator/catalog/operations.ts';
import type { TrailFilter } from '@/simulator/index.ts';
import { useTools } from '../account-context.ts';
import { SelectField, TextField } from '../fields.tsx';
import styles from './trail.module.css';

export interface TrailForm {
  readonly name: string;
  readonly user: string;
  readonly key: string;
  readonly error: string;
  readonly account: string;
  readonly from: string;
  readonly to: string;
}

export const wholeTrail: TrailForm = {
  name: '',
  user: '',
  key: '',
  error: '',
  account: '',
  from: '',
  to: '',
};

const serviceEvents = ['RotateKey', 'DeleteKey', 'DeleteExpiredKeyMaterial', 'SynchronizeMultiRegionKey'];
const names = [...Object.keys(operations), ...serviceEvents].sort();
const day = 86_400_000;

/** What a form looks for; null: nothing in particular, so the whole trail. */
export function toFilter({ name, user, key, error, account, from, to }: TrailForm): TrailFilter | null {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const wanted = name.trim().toLowerCase();
  const filter: TrailFilter = {
    ...(wanted !== '' && { eventNames: names.filter((one) => one.toLowerCase().includes(wanted)) }),
    ...(user.trim() !== '' && { user: user.trim() }),
    ...(key.trim() !== '' && { key: key.trim() }),
    ...(error !== '' && { error }),
    ...(account !== '' && { account }),
    ...(!Number.isNaN(first) && { from: first }),
    // The last day belongs to the span.
    ...(!Number.isNaN(last) && { to: last + day }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

interface TrailFiltersProps {
  readonly form: TrailForm;
  readonly onChange: (form: TrailForm) => void;
}

/** What to look for in the trail. */
export function TrailFilters({ form, onChange }: TrailFiltersProps) {
  const { view } = useTools();
  const set = (change: Partial<TrailForm>) => onChange({ ...form, ...change });
  return (
    <search className={styles.filters}>
      <TextField
        label="Event"
        type="search"
        value={form.name}
        onChange={(name) => set({ name })}
        suggestions={names}
      />
      <TextField label="Who" type="search" value={form.user} onChange={(user) => set({ user })} />
      <TextField label="Key or alias" type="search" value={form.key} onChange={(key) => set({ key })} />
      <SelectField
        label="Result"
        value={form.error}
        choices={[
          { value: '', label: 'Any' },
          { value: 'none', label: 'Succeeded' },
          { value: 'any', label: 'Failed' },
          { value: 'AccessDenied', label: 'AccessDenied' },
        ]}
        onChange={(error) => set({ error })}
      />
      <SelectField
        label="Trail of"
        value={form.account}
        choices={[
          { value: '', label: 'All accounts' },
          ...view.accounts.map(({ id, name }) => ({ value: id, label: name === id ? id : `${name}, ${id}` })),
        ]}
        onChange={(account) => set({ account })}
      />
      <TextField label="From" type="date" value={form.from} onChange={(from) => set({ from })} />
      <TextField label="To" type="date" value={form.to} onChange={(to) => set({ to })} />
      <Button variant="plain" disabled={toFilter(form) === null} onClick={() => onChange(wholeTrail)}>
        Clear
      </Button>
    </search>
  );
}
