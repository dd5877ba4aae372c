'use client';
import { type DragEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { fillPlaceholders } from '@/lib/convert/placeholders.ts';
import { type ImportedPolicy, type ImportResult, importFormats, type Known } from '@/lib/convert/types.ts';
import { describeImportProblem } from '@/lib/convert/words.ts';
import type { PolicyKind } from '@/simulator/index.ts';
import styles from './convert.module.css';
import { FoundPolicy } from './found-policy.tsx';
import { useImported } from './use-imported.ts';

/** A document that an imported policy can take the place of. */
export interface ImportTarget {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

interface ImportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What the text may refer to; one object for as long as nothing of it changes. */
  readonly known: Known;
  readonly targets: readonly ImportTarget[];
  /** The target that the reader came from. */
  readonly target?: string;
  readonly text?: string;
  readonly onImport: (policy: { readonly text: string; readonly kind: PolicyKind }, target: string) => void;
  /** Takes a text that is no policy but something of the page's own; null for any other. */
  readonly readOwn?: (text: string) => { readonly name: string; readonly take: () => void } | null;
}

/** Finds the policies in a pasted text or a file, fills in what the text does not tell, and hands one over. */
export function ImportDialog({ open, onClose, ...rest }: ImportDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Import">
      <ImportForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

function ImportForm({
  onClose,
  known,
  targets,
  target,
  text: given = '',
  onImport,
  readOwn,
}: Omit<ImportDialogProps, 'open'>) {
  const [text, setText] = useState(given);
  const [fileFailed, setFileFailed] = useState(false);
  const [chosen, setChosen] = useState(0);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [chosenTarget, setTarget] = useState(target);
  const imported = useImported(text, known);
  const own = readOwn?.(text) ?? null;
  const result = imported.state === 'read' && !own ? imported.result : null;
  const policy = result?.policies[chosen] ?? result?.policies[0];
  const into = chosenTarget ?? targets.find(({ kind }) => kind === policy?.kind)?.id ?? targets[0]?.id ?? '';

  const change = (next: string) => {
    setText(next);
    setChosen(0);
    setValues({});
    setFileFailed(false);
  };
  const readFile = (file: File | undefined) => void file?.text().then(change, () => setFileFailed(true));
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    readFile(file);
  };

  const take = () => {
    if (own) own.take();
    else if (policy) onImport({ text: fillPlaceholders(policy.text, values), kind: policy.kind }, into);
    onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label className={styles.label}>
        Terraform, CloudFormation, JSON or a command of the AWS CLI
        <textarea
          className={styles.area}
          rows={7}
          value={text}
          onChange={(event) => change(event.target.value)}
          onDrop={drop}
          spellCheck={false}
          data-first
        />
      </label>
      <label className={styles.label}>
        Or a file
        <input type="file" onChange={(event) => readFile(event.target.files?.[0])} />
      </label>
      <p className={styles.hint}>It is read in your browser. Nothing is uploaded.</p>
      {fileFailed && <p role="alert">This file could not be read.</p>}
      <div role="status" className={styles.status}>
        {own ? own.name : imported.state === 'read' ? summary(imported.result) : words[imported.state]}
      </div>
      {result && <Problems result={result} />}
      {result && result.policies.length > 1 && (
        <PolicyChoice policies={result.policies} chosen={chosen} onChoose={setChosen} />
      )}
      {policy && <FoundPolicy policy={policy} values={values} onFill={setValues} />}
      {policy && targets.length > 1 && (
        <label className={styles.label}>
          Put it in the place of
          <select className={styles.select} value={into} onChange={(event) => setTarget(event.target.value)}>
            {targets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" disabled={!own && !policy}>
          Import
        </Button>
        <span className={styles.hint}>Undo brings back what is there now.</span>
      </div>
    </form>
  );
}

const words = { empty: '', loading: 'Reading …', failed: 'The readers could not be loaded. Are you online?' };

function summary({ format, policies }: ImportResult): string {
  if (format === null) return '';
  const count = policies.length === 1 ? 'one policy' : `${policies.length} policies`;
  return `${importFormats[format]}: ${policies.length === 0 ? 'no policy' : count} found.`;
}

function Problems({ result }: { result: ImportResult }) {
  if (result.problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label="Problems of the import">
      {result.problems.slice(0, 20).map((problem) => (
        <li key={`${problem.code} ${problem.line} ${JSON.stringify(problem.data)}`}>
          <span className={styles.line}>line {problem.line}</span> {describeImportProblem(problem)}
        </li>
      ))}
    </ul>
  );
}

interface PolicyChoiceProps {
  readonly policies: readonly ImportedPolicy[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

function PolicyChoice({ policies, chosen, onChoose }: PolicyChoiceProps) {
  return (
    <fieldset className={styles.choice}>
      <legend>Which policy?</legend>
      {policies.map(({ place, name }, index) => (
        <label key={`${place.path} ${place.line}`}>
          <input type="radio" name="policy" checked={index === chosen} onChange={() => onChoose(index)} />
          <span>
            <code>{name}</code> <span className={styles.line}>line {place.line}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
