'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { KeyView } from '@/lib/model/account-view.ts';
import { useTools } from '../account-context.ts';
import { dayText, plural, shortId } from '../words.ts';
import type { Ciphertext } from './ciphertexts.ts';
import styles from './rotation.module.css';
import { percent, type Span, spansOf } from './timeline.ts';

interface MaterialTableProps {
  readonly target: KeyView;
  /** Those of this key. */
  readonly ciphertexts: readonly Ciphertext[];
}

const shownAtFirst = 16;

/** Key materials as bars on a common line of time: chart and table in one. */
export function MaterialTable({ target, ciphertexts }: MaterialTableProps) {
  const { view } = useTools();
  const [isWhole, setWhole] = useState(false);
  const spans = spansOf(target);
  const start = target.createdAt;
  const end = Math.max(view.now, target.rotation?.nextAt ?? 0);
  const shown = isWhole ? spans : spans.slice(0, shownAtFirst);
  if (spans.length === 0) {
    return (
      <p className={styles.muted}>
        {target.origin === 'EXTERNAL'
          ? 'No key material has been imported yet.'
          : 'KMS makes the first key material when it is first needed. Encrypt something.'}
      </p>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>
          {plural(spans.length, 'key material')} since {dayText(start)}. The newest encrypts; each still
          decrypts what it encrypted.
        </caption>
        <thead>
          <tr>
            <th scope="col">Key material</th>
            <th scope="col">Encrypts from</th>
            <th scope="col">Made by</th>
            <th scope="col" className={styles.line}>
              <span>{dayText(start)}</span>
              <span>{dayText(end)}</span>
            </th>
            <th scope="col">Ciphertexts</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((span) => (
            <Row
              key={span.material.id}
              span={span}
              bounds={{ start, end, now: view.now }}
              own={ciphertexts.filter(({ keyMaterialId }) => keyMaterialId === span.material.id)}
              nextAt={target.rotation?.nextAt ?? null}
            />
          ))}
        </tbody>
      </table>
      <p className={styles.muted}>The newest encrypts. Each still decrypts what it encrypted.</p>
      {spans.length > shown.length && (
        <Button variant="plain" onClick={() => setWhole(true)}>
          Show {plural(spans.length - shown.length, 'earlier material')}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  readonly span: Span;
  readonly bounds: { readonly start: number; readonly end: number; readonly now: number };
  readonly own: readonly Ciphertext[];
  readonly nextAt: number | null;
}

function Row({ span: { material, from, until }, bounds, own, nextAt }: RowProps) {
  const { start, end, now } = bounds;
  const left = percent(from ?? now, start, end);
  const right = percent(until ?? now, start, end);
  const opened = own.filter((one) => one.opened?.ok).length;
  return (
    <tr>
      <th scope="row">
        <code title={material.id}>{shortId(material.id)}</code>
        {material.isCurrent && <span className={styles.tag}>current</span>}
        {material.isPending && <span className={styles.tag}>waits</span>}
        {!material.isThere && <span className={styles.tag}>gone</span>}
      </th>
      <td>{from === null ? 'its rotation' : dayText(from)}</td>
      <td>{rotationWords[material.rotationType ?? 'first']}</td>
      <td className={styles.track} aria-hidden="true">
        <span className={styles.rail}>
          <span
            className={material.isCurrent ? styles.current : styles.bar}
            style={{ left: `${left}%`, width: `${Math.max(0.5, right - left)}%` }}
          />
          {own.map(({ index, at }) => (
            <span key={index} className={styles.dot} style={{ left: `${percent(at, start, end)}%` }} />
          ))}
          {material.isCurrent && nextAt !== null && (
            <span className={styles.next} style={{ left: `${percent(nextAt, start, end)}%` }} />
          )}
        </span>
      </td>
      <td>{own.length === 0 ? '' : `${own.length}${opened > 0 ? `, ${opened} opened again` : ''}`}</td>
    </tr>
  );
}

const rotationWords = {
  first: 'the key’s creation',
  AUTOMATIC: 'the schedule',
  ON_DEMAND: 'on demand',
} as const;
