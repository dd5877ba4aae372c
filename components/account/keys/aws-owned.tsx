'use client';
import { Button } from '@/components/ui/button.tsx';
import { type Service, services } from '@/simulator/catalog/services.ts';
import { useTools } from '../account-context.ts';
import { plural } from '../words.ts';
import styles from './keys.module.css';

const rows: readonly Service[] = Object.values(services);
const defaultsTo = (encryption: Service['defaultEncryption']) =>
  rows.filter((service) => service.defaultEncryption === encryption).map(({ name }) => name);

/** Why there is nothing to list, and what lies behind it all the same. */
export function AwsOwned({ onServices }: { onServices: () => void }) {
  const { outcomes } = useTools();
  const stored = outcomes.flatMap(({ answer }) => (answer.ok && answer.stored ? [answer.stored] : []));
  const unseen = stored.filter(
    ({ encryption }) => encryption === 'awsOwned' || encryption === 'serviceManaged',
  );
  return (
    <div className={styles.owned}>
      <p>
        This list stays empty. AWS owned keys are in accounts of the services, not in yours: no call of yours
        shows them, no policy of yours applies to them, CloudTrail does not record their use, and they cost
        you nothing.
      </p>
      <h2>What stands behind it</h2>
      <dl className={styles.facts}>
        <dt>Services that use an AWS owned key when you choose nothing</dt>
        <dd>{defaultsTo('awsOwned').join(', ')}</dd>
        <dt>Services with keys of their own outside of KMS</dt>
        <dd>{defaultsTo('serviceManaged').join(', ')}</dd>
      </dl>
      {unseen.length === 0 ? (
        <p className={styles.muted}>
          Nothing of this account is encrypted that way yet.{' '}
          <Button variant="plain" onClick={onServices}>
            Create a DynamoDB table
          </Button>
        </p>
      ) : (
        <>
          <h2>Encrypted that way in this account</h2>
          <ul>
            {unseen.map(({ id, encryption }) => (
              <li key={id}>
                <code>{id}</code>{' '}
                <span className={styles.muted}>
                  {encryption === 'awsOwned' ? 'AWS owned key' : 'the service’s own keys'}
                </span>
              </li>
            ))}
          </ul>
          <p className={styles.muted}>{plural(0, 'record')} in CloudTrail, $0.00 on the bill.</p>
        </>
      )}
    </div>
  );
}
