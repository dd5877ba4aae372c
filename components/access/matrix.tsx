'use client';
import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { verdictMarks } from '@/components/decision/verdict-badge.tsx';
import { Mark } from '@/components/ui/mark.tsx';
import type { Policies } from '@/lib/model/playground.ts';
import { describePrincipal } from '@/simulator/explain/access.ts';
import { verdictWords } from '@/simulator/explain/en.ts';
import type { Verdict } from '@/simulator/index.ts';
import styles from './access.module.css';
import type { AccessQuestion, Matrix } from './access-questions.ts';
import { operationGroups } from './operation-groups.ts';
import { useAccess } from './use-access.ts';

interface MatrixProps {
  readonly policies: Policies;
  /** ARN of the key that is asked about. */
  readonly keyArn: string;
  /** The request on the page, whose cell is marked. */
  readonly principal: string;
  readonly action: string;
  /** Names of the world's identities. */
  readonly names: ReadonlyMap<string, string>;
  /** While a policy is broken the last matrix stays. */
  readonly paused: boolean;
  readonly onAsk: (principal: string, action: string) => void;
}

interface Shown {
  readonly matrix: Matrix;
  /** `principal action` of cells that the last edit changed. */
  readonly changed: ReadonlySet<string>;
}

type Verdicts = ReadonlyMap<string, Verdict>;

const cellId = (principal: string, action: string) => `${principal} ${action}`;

function verdictsOf({ actions, rows }: Matrix): Verdicts {
  return new Map(
    rows.flatMap(({ principal, verdicts }) =>
      verdicts.map((verdict, index) => [cellId(principal.principal, actions[index] ?? ''), verdict] as const),
    ),
  );
}

/** Cells whose verdict is another than before; new rows and columns are no change. */
function changedCells(before: Verdicts, after: Verdicts): ReadonlySet<string> {
  return new Set(
    [...after].filter(([id, verdict]) => before.has(id) && before.get(id) !== verdict).map(([id]) => id),
  );
}

const nothing: ReadonlySet<string> = new Set();

/** The matrix of the latest policies, with what the last edit did to it. */
function useMatrix({ policies, keyArn, principal, paused }: MatrixProps): {
  shown: Shown | null;
  failed: boolean;
} {
  const { world, documents } = policies;
  const fresh = useMemo<AccessQuestion>(
    () => ({ task: 'matrix', policies: { world, documents }, key: keyArn, also: principal }),
    [world, documents, keyArn, principal],
  );
  const [question, setQuestion] = useState<AccessQuestion | null>(null);
  if (!paused && question !== fresh) setQuestion(fresh);
  const { answer } = useAccess(question);
  const matrix = answer?.task === 'matrix' ? answer.matrix : null;
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (!matrix) return;
    setShown((before) => {
      if (!before || before.matrix === matrix) return { matrix, changed: nothing };
      const changed = changedCells(verdictsOf(before.matrix), verdictsOf(matrix));
      // A click that loads another request asks again, and takes no ring away.
      return { matrix, changed: changed.size > 0 ? changed : before.changed };
    });
  }, [matrix]);
  return { shown, failed: answer?.task === 'failed' };
}

const lastPart = (name: string) => name.split('/').at(-1) ?? name;

/** Who may do what with the key: a plain request for each cell. */
export function AccessMatrix(props: MatrixProps) {
  const { principal, action, names, onAsk } = props;
  const { shown, failed } = useMatrix(props);
  if (failed) return <p className={styles.quiet}>The matrix could not be made. Are you offline?</p>;
  if (!shown) return <p className={styles.quiet}>Asking for everybody …</p>;
  return <Grid shown={shown} principal={principal} action={action} names={names} onAsk={onAsk} />;
}

interface GridProps extends Pick<MatrixProps, 'principal' | 'action' | 'names' | 'onAsk'> {
  readonly shown: Shown;
}

/** Arrows move, Enter loads the request. A keystroke elsewhere draws it again only once its answer has come. */
const Grid = memo(function Grid({ shown, principal, action, names, onAsk }: GridProps) {
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const { matrix, changed } = shown;
  const { rows } = matrix;
  const columns = new Map(matrix.actions.map((name, index) => [name, index]));
  const operations = operationGroups.flatMap(({ actions }) => actions);

  const move = (event: KeyboardEvent) => {
    const next = nextPlace(event, at, operations.length, rows.length);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };

  return (
    <div className={styles.matrixBox}>
      <p className={styles.quiet}>
        Plain requests: no service in between, no encryption context.{' '}
        <span role="status">{changed.size > 0 ? `The last change altered ${changed.size} cells.` : ''}</span>
      </p>
      <div className={styles.scroller}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked with arrows is a grid.
          role="grid"
          aria-label="Who may do what"
          className={styles.matrix}
          onKeyDown={move}
        >
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                Operation
              </th>
              {rows.map(({ principal: known }) => (
                <th key={known.principal} scope="col" title={known.principal}>
                  <span className={styles.columnName}>
                    {names.get(known.principal) ??
                      (known.origin === 'caller'
                        ? lastPart(known.principal)
                        : describeShort(known.principal, describePrincipal(known)))}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          {operationGroups.map(({ name, actions }) => (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={rows.length + 1} className={styles.group}>
                  <span>{name}</span>
                </th>
              </tr>
              {actions.map((operation) => {
                const row = operations.indexOf(operation);
                return (
                  <tr key={operation}>
                    <th scope="row" className={styles.operation}>
                      {operation.slice(4)}
                    </th>
                    {rows.map(({ principal: known, verdicts }, column) => (
                      <Cell
                        key={known.principal}
                        verdict={verdicts[columns.get(operation) ?? -1] ?? 'NotSimulated'}
                        changed={changed.has(cellId(known.principal, operation))}
                        current={known.principal === principal && operation === action}
                        place={`${row} ${column}`}
                        tabbable={at.row === row && at.column === column}
                        label={`${names.get(known.principal) ?? known.principal}, ${operation.slice(4)}`}
                        onFocus={() => setAt({ row, column })}
                        onAsk={() => onAsk(known.principal, operation)}
                      />
                    ))}
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  );
});

const describeShort = (principal: string, words: string) =>
  words === principal ? lastPart(principal) : words;

interface CellProps {
  readonly verdict: Verdict;
  readonly changed: boolean;
  readonly current: boolean;
  readonly place: string;
  readonly tabbable: boolean;
  readonly label: string;
  readonly onFocus: () => void;
  readonly onAsk: () => void;
}

const Cell = memo(
  function Cell({ verdict, changed, current, place, tabbable, label, onFocus, onAsk }: CellProps) {
    return (
      <td className={styles.cell}>
        <button
          type="button"
          data-cell={place}
          tabIndex={tabbable ? 0 : -1}
          aria-label={`${label}: ${verdictWords[verdict].word}${changed ? ', changed' : ''}`}
          aria-current={current || undefined}
          className={`${styles.verdict} ${styles[verdict]} ${changed ? styles.changed : ''}`}
          onFocus={onFocus}
          onClick={onAsk}
        >
          <Mark kind={verdictMarks[verdict]} size={14} />
        </button>
      </td>
    );
  },
  (before, after) =>
    before.verdict === after.verdict &&
    before.changed === after.changed &&
    before.current === after.current &&
    before.tabbable === after.tabbable &&
    before.place === after.place &&
    before.label === after.label,
);

/** Where a key leads in the grid; null for keys that do not move. */
function nextPlace(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: { readonly row: number; readonly column: number },
  rows: number,
  columns: number,
): { row: number; column: number } | null {
  const clamp = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
      return { row: clamp(row + 1, rows), column };
    case 'ArrowUp':
      return { row: clamp(row - 1, rows), column };
    case 'ArrowRight':
      return { row, column: clamp(column + 1, columns) };
    case 'ArrowLeft':
      return { row, column: clamp(column - 1, columns) };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? rows - 1 : row, column: columns - 1 };
    case 'PageDown':
      return { row: clamp(row + 10, rows), column };
    case 'PageUp':
      return { row: clamp(row - 10, rows), column };
    default:
      return null;
  }
}
