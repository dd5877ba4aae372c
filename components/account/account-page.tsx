'use client';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { usePlayground } from '@/components/playground/provider.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Tabs } from '@/components/ui/tabs.tsx';
import type { AccountCaller } from '@/lib/model/account.ts';
import styles from './account.module.css';
import { AccountBar } from './account-bar.tsx';
import { AccountContext, type AccountTools } from './account-context.ts';
import { LastStep } from './last-step.tsx';
import { type OpenAccount, useAccount } from './use-account.ts';
import { goTo, useHash } from './use-hash.ts';
import { WhyDialog } from './why-dialog.tsx';

const waiting = () => <p className={styles.waiting}>Loading …</p>;

const KeysTab = dynamic(() => import('./keys/keys-tab.tsx').then((file) => file.KeysTab), {
  loading: waiting,
});
const CreateTab = dynamic(() => import('./create/create-tab.tsx').then((file) => file.CreateTab), {
  loading: waiting,
});
const ServicesTab = dynamic(() => import('./services/services-tab.tsx').then((file) => file.ServicesTab), {
  loading: waiting,
});
const RotationTab = dynamic(() => import('./rotation/rotation-tab.tsx').then((file) => file.RotationTab), {
  loading: waiting,
});
const TrailTab = dynamic(() => import('./trail/trail-tab.tsx').then((file) => file.TrailTab), {
  loading: waiting,
});
const BillTab = dynamic(() => import('./bill/bill-tab.tsx').then((file) => file.BillTab), {
  loading: waiting,
});

const tabs: readonly { readonly id: string; readonly label: string; readonly panel: ReactNode }[] = [
  { id: 'keys', label: 'Keys', panel: <KeysTab /> },
  { id: 'create', label: 'Create key', panel: <CreateTab /> },
  { id: 'services', label: 'Services', panel: <ServicesTab /> },
  { id: 'rotation', label: 'Rotation', panel: <RotationTab /> },
  { id: 'trail', label: 'CloudTrail', panel: <TrailTab /> },
  { id: 'bill', label: 'Bill', panel: <BillTab /> },
];

/** An account of the lab's world: its keys, what uses them, and what they leave behind, on a clock that can be moved. */
export function AccountPage() {
  const { title } = usePlayground();
  const status = useAccount();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>Simulated account</h1>
        <p>
          World: {title}. <Link href="/playground">Its policies in the lab</Link>
        </p>
      </div>
      {status.type === 'opening' && (
        <p className={styles.waiting} role="status">
          {status.progress === null
            ? 'Making the world …'
            : `Carrying out ${status.progress.of} steps again: ${status.progress.done + 1} …`}
        </p>
      )}
      {status.type === 'failed' && (
        <div className={styles.failed} role="alert">
          <p>This account could not be brought back: {status.message}</p>
          <Button onClick={status.startOver}>Start over from the lab’s world</Button>
        </div>
      )}
      {status.type === 'open' && <Opened account={status.account} />}
      <noscript>
        <p className={styles.waiting}>
          The account is simulated in your browser, which needs JavaScript for it.
        </p>
      </noscript>
    </div>
  );
}

function Opened({ account }: { account: OpenAccount }) {
  const { view, perform } = account;
  const [chosen, setChosen] = useState<AccountCaller>({ arn: firstCaller(account) });
  const [why, setWhy] = useState<{ readonly requestId: string; readonly title: string } | null>(null);
  const [isFull, setFull] = useState(false);
  const [asked] = useHash();
  const tab = tabs.find(({ id }) => id === asked)?.id ?? 'keys';
  const region = chosen.region ?? view.region;

  useEffect(() => {
    // On a phone not all tabs fit; the chosen one should be among those that are seen.
    const selected = document.querySelector(`.${styles.views} [role="tab"][aria-selected="true"]`);
    if (tab !== '') selected?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [tab]);

  const tools = useMemo((): AccountTools => {
    const caller = { ...chosen, region };
    const does: AccountTools['does'] = async (step) => {
      const outcome = await perform(step);
      setFull(outcome === null);
      return outcome;
    };
    return {
      ...account,
      caller,
      does,
      call: (operation, input, more = {}) => {
        const { region: where = region, times } = more;
        const times_ = times !== undefined && times > 1 ? { times } : {};
        return does({ type: 'call', caller: { ...caller, region: where }, operation, input, ...times_ });
      },
      showWhy: (requestId, title) => setWhy({ requestId, title }),
    };
  }, [account, chosen, perform, region]);

  return (
    <AccountContext value={tools}>
      <AccountBar onCaller={setChosen} />
      <LastStep />
      {isFull && (
        <p className={styles.failed} role="alert">
          This account has as many steps, calls or years as a page will carry out again. Undo some, or start
          over.
        </p>
      )}
      <Tabs
        {...(styles.views && { className: styles.views })}
        label="Views of the account"
        value={tab}
        onChange={(id) => goTo(id)}
        items={tabs.map(({ id, label, panel }) => ({
          id,
          label,
          panel: <div className={styles.panel}>{tab === id ? panel : null}</div>,
        }))}
      />
      <WhyDialog asked={why} onClose={() => setWhy(null)} />
    </AccountContext>
  );
}

/** Whoever may do what the account may: the root user of the account that owns the first key. */
function firstCaller({ view }: OpenAccount): string {
  const owner = view.keys[0]?.account ?? view.accounts[0]?.id ?? '';
  return `arn:aws:iam::${owner}:root`;
}
