import { useId } from 'react';
import type { KeyView } from '@/lib/model/account-view.ts';
import styles from './state-chart.module.css';
import { type Transition, transitionsOf } from './transitions.ts';

type Node = Transition['from'] | Transition['to'];

const places: { readonly [Name in Node]?: readonly [x: number, y: number] } = {
  PendingImport: [68, 26],
  Enabled: [220, 26],
  Disabled: [220, 106],
  PendingReplicaDeletion: [372, 26],
  PendingDeletion: [372, 106],
  Deleted: [372, 186],
};

const paths: Readonly<Record<string, string>> = {
  'PendingImport>Enabled': 'M130 20H156',
  'Enabled>PendingImport': 'M158 32H132',
  'PendingImport>PendingDeletion': 'M68 46V146H344V128',
  'Enabled>Disabled': 'M212 46V84',
  'Disabled>Enabled': 'M228 86V48',
  'Enabled>PendingDeletion': 'M282 40L312 84',
  'Enabled>PendingReplicaDeletion': 'M282 26H308',
  'Disabled>PendingDeletion': 'M282 100H308',
  'PendingDeletion>Disabled': 'M310 112H284',
  'Disabled>PendingReplicaDeletion': 'M276 86L312 50',
  'PendingReplicaDeletion>Disabled': 'M322 46L290 84',
  'PendingReplicaDeletion>PendingDeletion': 'M372 46V84',
  'PendingDeletion>Deleted': 'M372 126V164',
};

/** The key's states as a chart; the buttons below it are the same transitions. */
export function StateChart({ target }: { target: KeyView }) {
  const id = useId();
  const transitions = transitionsOf(target);
  const nodes = [...new Set(transitions.flatMap(({ from, to }) => [from, to]))];
  // The column of PendingImport is for imported key material alone.
  const left = target.origin === 'EXTERNAL' ? 0 : 152;
  const told = transitions.map(({ from, to, label }) => `${from} to ${to}: ${label}.`).join(' ');
  return (
    <svg
      className={styles.chart}
      viewBox={`${left} 0 ${440 - left} 212`}
      style={{ maxWidth: 440 - left }}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{`States of the key; it is ${target.state}`}</title>
      <desc id={`${id}-desc`}>{told}</desc>
      <defs>
        <marker
          id={`${id}-tip`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0L8 4L0 8Z" />
        </marker>
      </defs>
      {transitions.map(({ from, to }) => (
        <path
          key={`${from}>${to}`}
          d={paths[`${from}>${to}`]}
          className={from === target.state ? styles.open : styles.edge}
          markerEnd={`url(#${id}-tip)`}
        />
      ))}
      {nodes.map((name) => (
        <Box key={name} name={name} isCurrent={name === target.state} />
      ))}
    </svg>
  );
}

function Box({ name, isCurrent }: { name: Node; isCurrent: boolean }) {
  const [x, y] = places[name] ?? [0, 0];
  // The one name that does not fit on a line.
  const lines = name === 'PendingReplicaDeletion' ? ['PendingReplica', 'Deletion'] : [name];
  return (
    <g className={isCurrent ? styles.current : styles.node}>
      <rect x={x - 62} y={y - 20} width="124" height="40" rx="6" />
      {lines.map((line, index) => (
        <text key={line} x={x} y={y + 4 + (index - (lines.length - 1) / 2) * 15}>
          {line}
        </text>
      ))}
    </g>
  );
}
