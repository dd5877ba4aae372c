'use client';
import { type Dispatch, memo } from 'react';
import { edit } from '@/components/playground/edits.ts';
import type { BenchAction } from '@/components/playground/reducer.ts';
import type { SavedResult } from '@/components/playground/settle.ts';
import { Button } from '@/components/ui/button.tsx';
import { Mark } from '@/components/ui/mark.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { RequestForm, SavedRequest } from '@/lib/model/playground.ts';
import { verdictWords } from '@/simulator/explain/en.ts';
import type { Verdict } from '@/simulator/index.ts';
import styles from './request-form.module.css';

interface SavedRequestsProps {
  readonly saved: readonly SavedRequest[];
  readonly results: readonly SavedResult[];
  readonly request: RequestForm;
  /** What the request on the page comes to now: what is wanted of it, unless the reader says otherwise. */
  readonly verdict: Verdict | undefined;
  readonly dispatch: Dispatch<BenchAction>;
}

const wants: readonly (readonly [SavedRequest['want'], string])[] = [
  ['Allowed', 'allowed'],
  ['denied', 'denied'],
  ['ExplicitlyDenied', 'explicitly denied'],
  ['ImplicitlyDenied', 'implicitly denied'],
];

const lastPart = (text: string) => text.split('/').at(-1) ?? text;

function nameOf({ principal, action, viaService }: RequestForm): string {
  const through = viaService === '' ? '' : ` through ${viaService.split('.')[0]}`;
  return `${lastPart(principal)}: ${action.replace(/^kms:/, '')}${through}`.slice(0, 120);
}

function freeId(saved: readonly SavedRequest[]): string {
  let number = saved.length + 1;
  while (saved.some(({ id }) => id === `request-${number}`)) number += 1;
  return `request-${number}`;
}

/** Questions with a wanted verdict each, put again after every change: the tests of a policy. */
export const SavedRequests = memo(function SavedRequests(props: SavedRequestsProps) {
  const { saved, results, request, verdict, dispatch } = props;

  const update = (id: string, change: Partial<SavedRequest>) =>
    dispatch(
      edit((state) => ({
        ...state,
        savedRequests: state.savedRequests.map((one) => (one.id === id ? { ...one, ...change } : one)),
      })),
    );
  const save = () =>
    dispatch(
      edit((state) => ({
        ...state,
        savedRequests: [
          ...state.savedRequests,
          {
            id: freeId(state.savedRequests),
            name: nameOf(state.request),
            request: state.request,
            want: verdict ?? 'Allowed',
          },
        ],
      })),
    );

  return (
    <section className={styles.saved} aria-labelledby="saved-requests">
      <div className={styles.savedHead}>
        <h3 id="saved-requests" className={styles.label}>
          Saved requests
        </h3>
        <Button variant="plain" className={styles.add} disabled={!verdict} onClick={save}>
          + Save this one
        </Button>
      </div>
      {saved.length === 0 && (
        <p className={styles.none}>Requests saved here are asked again after every change of a policy.</p>
      )}
      <ul className={styles.savedList}>
        {saved.map(({ id, name, want, request: kept }) => {
          const result = results.find((one) => one.id === id);
          const passed = result?.passed ?? false;
          return (
            <li key={id} className={styles.savedRow}>
              <span className={passed ? styles.passed : styles.failed}>
                <Mark kind={passed ? 'allow' : 'cross'} size={14} />
                <VisuallyHidden>
                  {passed
                    ? 'As wanted'
                    : `Not as wanted: ${result?.verdict ? verdictWords[result.verdict].word : 'cannot be asked'}`}
                </VisuallyHidden>
              </span>
              <button
                type="button"
                className={styles.savedName}
                aria-current={request === kept || undefined}
                title={`${kept.principal} ${kept.action}`}
                onClick={() => dispatch(edit((state) => ({ ...state, request: kept })))}
              >
                {name}
              </button>
              <select
                aria-label={`Wanted of ${name}`}
                className={styles.want}
                value={want}
                onChange={(event) => {
                  const chosen = wants.find(([value]) => value === event.target.value);
                  if (chosen) update(id, { want: chosen[0] });
                }}
              >
                {wants.map(([value, word]) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
              </select>
              <Button
                variant="plain"
                aria-label={`Remove ${name}`}
                onClick={() =>
                  dispatch(
                    edit((state) => ({
                      ...state,
                      savedRequests: state.savedRequests.filter((one) => one.id !== id),
                    })),
                  )
                }
              >
                <Mark kind="cross" size={12} />
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
});
