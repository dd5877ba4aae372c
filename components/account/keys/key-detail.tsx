'use client';
import { CopyButton } from '@/components/decision/copy-button.tsx';
import type { KeyView } from '@/lib/model/account-view.ts';
import { nameOf, useTools } from '../account-context.ts';
import { dayText, timeText, untilText } from '../words.ts';
import { Aliases } from './aliases.tsx';
import { Grants } from './grants.tsx';
import { ImportMaterial } from './import-material.tsx';
import styles from './keys.module.css';
import { MultiRegion } from './multi-region.tsx';
import { PolicySection } from './policy-section.tsx';
import { RotationSection } from './rotation-section.tsx';
import { StateMark } from './state-mark.tsx';
import { StateSection } from './state-section.tsx';
import { Tags } from './tags.tsx';

/** One key with everything that can be done to it. Each button is an operation, called as whoever is chosen above. */
export function KeyDetail({ target }: { target: KeyView }) {
  const { view } = useTools();
  const { arn, createdAt, description, keySpec, keyUsage, lastUse, manager, multiRegion, origin } = target;
  const deletion = target.state === 'PendingDeletion' ? target.deletion : null;
  return (
    <>
      <h2 className={styles.title}>{nameOf(target)}</h2>
      <p className={styles.arn}>
        <code>{arn}</code>
        <CopyButton text={arn} label="Copy the key’s ARN" />
      </p>
      {deletion?.at != null && (
        <p className={styles.countdown} role="timer">
          It will be deleted <strong>{untilText(deletion.at, view.now)}</strong>, on {timeText(deletion.at)}{' '}
          UTC. Until then it cannot be used, and the deletion can be cancelled.
        </p>
      )}
      {manager === 'AWS' && (
        <p className={styles.note}>
          AWS manages this key. You can look at all of it and change next to nothing: try, and see what KMS
          answers.
        </p>
      )}
      <dl className={styles.facts}>
        <dt>State</dt>
        <dd>
          <StateMark state={target.state} />
        </dd>
        <dt>Manager</dt>
        <dd>{manager === 'AWS' ? 'AWS managed' : 'Customer managed'}</dd>
        <dt>Spec and usage</dt>
        <dd>
          {keySpec}, {keyUsage}
        </dd>
        <dt>Origin</dt>
        <dd>{origin}</dd>
        <dt>Regionality</dt>
        <dd>
          {multiRegion === null
            ? `Single Region, ${target.region}`
            : `Multi-Region ${multiRegion.primaryRegion === target.region ? 'primary' : 'replica'} key, ${target.region}`}
        </dd>
        <dt>Created</dt>
        <dd>{timeText(createdAt)} UTC</dd>
        <dt>Last used</dt>
        <dd>
          {lastUse ? `${lastUse.operation}, ${dayText(lastUse.at)}` : 'Never, or not since it is tracked'}
        </dd>
        <dt>Description</dt>
        <dd>{description || 'None'}</dd>
      </dl>
      <div className={styles.sections}>
        <StateSection target={target} />
        <RotationSection target={target} />
        <PolicySection target={target} />
        <Grants target={target} />
        <Aliases target={target} />
        <Tags target={target} />
        {multiRegion && <MultiRegion target={target} regions={multiRegion} />}
        {origin === 'EXTERNAL' && <ImportMaterial target={target} />}
      </div>
    </>
  );
}
