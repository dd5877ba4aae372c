'use client';
import { useState } from 'react';
import { CopyButton } from '@/components/decision/copy-button.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { download } from '@/components/ui/download.ts';
import { Tabs } from '@/components/ui/tabs.tsx';
import type { Known } from '@/lib/convert/types.ts';
import { describeExportNote, describeExportProblem } from '@/lib/convert/words.ts';
import { exportPolicy } from '@/lib/convert/write/export-policy.ts';
import type { ExportFormat } from '@/lib/convert/write/types.ts';
import type { PolicyKind } from '@/simulator/index.ts';
import styles from './convert.module.css';

/** A policy that can be exported. */
export interface ExportSource {
  readonly id: string;
  readonly name: string;
  readonly kind: PolicyKind;
  readonly text: string;
  readonly known: Known;
}

interface ExportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly policies: readonly [ExportSource, ...ExportSource[]];
  /** The policy that the reader came from. */
  readonly policy?: string;
}

interface Group {
  readonly label: string;
  readonly formats: readonly (readonly [format: ExportFormat, words: string])[];
  /** These formats can refer to the account, Region and partition instead of naming them. */
  readonly hasReferences: boolean;
}

const groups = {
  json: {
    label: 'JSON',
    formats: [
      ['json', 'Indented'],
      ['json-minified', 'Minified'],
    ],
    hasReferences: false,
  },
  terraform: {
    label: 'Terraform',
    formats: [
      ['terraform', 'jsonencode'],
      ['terraform-document', 'aws_iam_policy_document'],
      ['terraform-key-policy', 'aws_kms_key_policy'],
    ],
    hasReferences: true,
  },
  cloudformation: {
    label: 'CloudFormation',
    formats: [
      ['cloudformation-yaml', 'YAML'],
      ['cloudformation-json', 'JSON'],
    ],
    hasReferences: true,
  },
  cdk: { label: 'CDK', formats: [['cdk', 'TypeScript']], hasReferences: true },
  cli: {
    label: 'AWS CLI',
    formats: [
      ['cli-bash', 'bash'],
      ['cli-powershell', 'PowerShell'],
    ],
    hasReferences: false,
  },
} as const satisfies Readonly<Record<string, Group>>;

type GroupName = keyof typeof groups;

const isGroup = (name: string): name is GroupName => name in groups;

/** A policy in the form that the reader keeps policies in, to copy or to save. */
export function ExportDialog({ open, onClose, policies, policy }: ExportDialogProps) {
  const [chosen, setChosen] = useState(policy);
  const [group, setGroup] = useState<GroupName>('json');
  const [references, setReferences] = useState(false);
  const source = policies.find(({ id }) => id === chosen) ?? policies[0];
  return (
    <Dialog open={open} onClose={onClose} title="Export">
      {policies.length > 1 && (
        <label className={styles.label}>
          Policy
          <select
            className={styles.select}
            value={source.id}
            onChange={(event) => setChosen(event.target.value)}
          >
            {policies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Tabs
        label="Format"
        value={group}
        onChange={(name) => isGroup(name) && setGroup(name)}
        items={Object.entries(groups).map(([id, one]) => ({
          id,
          label: one.label,
          panel:
            id === group ? (
              <Formats group={one} source={source} references={references} onReferences={setReferences} />
            ) : null,
        }))}
      />
    </Dialog>
  );
}

interface FormatsProps {
  readonly group: Group;
  readonly source: ExportSource;
  readonly references: boolean;
  readonly onReferences: (references: boolean) => void;
}

function Formats({ group, source, references, onReferences }: FormatsProps) {
  const [format, setFormat] = useState<ExportFormat>(group.formats[0]?.[0] ?? 'json');
  return (
    <>
      <div className={styles.options}>
        {group.formats.length > 1 &&
          group.formats.map(([id, words]) => (
            <label key={id}>
              <input type="radio" name="format" checked={id === format} onChange={() => setFormat(id)} />
              {words}
            </label>
          ))}
        {group.hasReferences && (
          <label>
            <input
              type="checkbox"
              checked={references}
              onChange={(event) => onReferences(event.target.checked)}
            />
            Refer to account, Region and partition
          </label>
        )}
      </div>
      <Written source={source} format={format} references={references} />
    </>
  );
}

function Written({
  source: { text, kind, known },
  format,
  references,
}: Pick<FormatsProps, 'source' | 'references'> & { readonly format: ExportFormat }) {
  const result = exportPolicy(text, format, { kind, known, references });
  if (!result.ok) {
    return (
      <ul className={styles.problems} role="alert">
        {result.problems.map((problem) => (
          <li key={`${problem.code} ${JSON.stringify(problem.data)}`}>{describeExportProblem(problem)}</li>
        ))}
      </ul>
    );
  }
  return (
    <>
      {result.notes.length > 0 && (
        <ul className={styles.list} aria-label="Notes">
          {result.notes.map((note) => (
            <li key={`${note.code} ${JSON.stringify(note.data)}`}>{describeExportNote(note)}</li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles.code} tabIndex={0} aria-label="The policy in this format">
        <pre>{result.text}</pre>
      </section>
      <div className={styles.buttons}>
        <CopyButton text={result.text} label="Copy the export" words="Copy" />
        <Button variant="plain" onClick={() => download(result.fileName, result.text, 'text/plain')}>
          Save as {result.fileName}
        </Button>
      </div>
    </>
  );
}
