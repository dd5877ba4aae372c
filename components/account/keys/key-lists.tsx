'use client';
import { Tabs } from '@/components/ui/tabs.tsx';
import type { KeyView } from '@/lib/model/account-view.ts';
import { useTools } from '../account-context.ts';
import { goTo } from '../use-hash.ts';
import { accountOf } from '../words.ts';
import { AwsOwned } from './aws-owned.tsx';
import { KeyRow } from './key-row.tsx';
import styles from './keys.module.css';

/** The keys in three classes, as the console lists them; the third has none to list. */
export function KeyLists() {
  const { view } = useTools();
  const customer = view.keys.filter(({ manager }) => manager === 'CUSTOMER');
  const aws = view.keys.filter(({ manager }) => manager === 'AWS');
  return (
    <Tabs
      label="Classes of keys"
      items={[
        {
          id: 'customer',
          label: `Customer managed (${customer.length})`,
          panel: (
            <KeyList
              keys={customer}
              empty={
                <>
                  No customer managed key yet. <a href="#create">Create one</a>: you set its policy, rotation,
                  aliases and tags, and pay $1 a month for it.
                </>
              }
            />
          ),
        },
        {
          id: 'aws',
          label: `AWS managed (${aws.length})`,
          panel: (
            <KeyList
              keys={aws}
              empty={
                <>
                  No AWS managed key yet. A service makes its key when you first use its encryption without
                  naming a key of your own: <a href="#services">put an object into S3</a> with SSE-KMS, for
                  example.
                </>
              }
            />
          ),
        },
        { id: 'owned', label: 'AWS owned', panel: <AwsOwned onServices={() => goTo('services')} /> },
      ]}
    />
  );
}

interface KeyListProps {
  readonly keys: readonly KeyView[];
  readonly empty: React.ReactNode;
}

function KeyList({ keys, empty }: KeyListProps) {
  const { view, caller } = useTools();
  const here = accountOf(caller.arn);
  const isHere = (key: KeyView) => key.account === here && key.region === caller.region;
  const places = [...new Set(keys.map(({ account, region }) => `${account}/${region}`))];
  if (keys.length === 0) return <p className={styles.empty}>{empty}</p>;
  // What the console would show the caller comes first.
  places.sort((a, b) => Number(b === `${here}/${caller.region}`) - Number(a === `${here}/${caller.region}`));
  return (
    <>
      {!keys.some(isHere) && (
        <p className={styles.empty}>
          None in account {here} in {caller.region}. Keys are listed by account and Region; the others of this
          world:
        </p>
      )}
      {places.map((place) => {
        const [account = '', region = ''] = place.split('/');
        const name = view.accounts.find(({ id }) => id === account)?.name ?? account;
        const own = keys.filter((key) => key.account === account && key.region === region);
        return (
          <section key={place} className={styles.place}>
            <h2>
              {name === account ? account : `${name}, ${account}`} · {region}
            </h2>
            <ul className={styles.list}>
              {own.map((key) => (
                <KeyRow key={key.arn} target={key} now={view.now} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
