'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { writeVisit } from '@/lib/browser/visits.ts';
import type { KeyView } from '@/lib/model/account-view.ts';
import { nameOf, useTools } from '../account-context.ts';
import { AreaField, CheckField } from '../fields.tsx';
import { policyInLab } from '../policy-in-lab.ts';
import styles from './keys.module.css';
import { useKeyCall } from './use-key-call.ts';

/** The key policy as it stands, to be changed here or looked into in the lab. */
export function PolicySection({ target }: { target: KeyView }) {
  const { busy, state, caller } = useTools();
  const call = useKeyCall(target);
  const [text, setText] = useState<string | null>(null);
  const [bypass, setBypass] = useState(false);
  const openLab = async () => {
    const visit = policyInLab(state, target, caller.arn);
    await writeVisit(visit);
    location.href = `/playground?draft=${encodeURIComponent(visit.name)}`;
  };
  return (
    <section className={styles.section} aria-label="Key policy">
      <h3>Key policy</h3>
      <AreaField
        label={`Policy of ${nameOf(target)}`}
        rows={14}
        value={text ?? indented(target.policy)}
        onChange={setText}
      />
      <CheckField
        label="Bypass the lockout safety check"
        checked={bypass}
        onChange={setBypass}
        hint="Without it KMS refuses a policy after which the caller could not change it again."
      />
      <div className={styles.actions}>
        <Button
          disabled={busy}
          onClick={async () => {
            const outcome = await call('PutKeyPolicy', {
              Policy: text ?? target.policy,
              ...(bypass && { BypassPolicyLockoutSafetyCheck: true }),
            });
            if (outcome?.answer.ok) setText(null);
          }}
        >
          Put this policy
        </Button>
        <Button disabled={busy || text === null} onClick={() => setText(null)}>
          Discard
        </Button>
        <Button disabled={busy} onClick={() => call('GetKeyPolicy')}>
          Ask for it
        </Button>
        <Button onClick={() => void openLab()}>Open it in the policy lab</Button>
      </div>
    </section>
  );
}

function indented(policy: string): string {
  try {
    return JSON.stringify(JSON.parse(policy), null, 2);
  } catch {
    return policy;
  }
}
