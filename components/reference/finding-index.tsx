import Link from 'next/link';
import { severityWords } from '@/simulator/explain/findings.ts';
import type { FindingEntry, Severity } from '@/simulator/index.ts';
import styles from './finding-index.module.css';
import { NarrowByText } from './narrow-by-text.tsx';
import { SeverityMark } from './severity-mark.tsx';

interface ListedFinding extends FindingEntry {
  readonly title: string;
  readonly href: string;
}

const severities: readonly Severity[] = ['error', 'security-warning', 'warning', 'suggestion'];

const groups = [
  {
    family: 'kms',
    title: 'For KMS',
    about: 'Mistakes that are KMS’s own. AWS has no check for them: it saves the policy, or says no.',
  },
  {
    family: 'analyzer',
    title: 'From IAM Access Analyzer',
    about:
      'The checks of AWS’s policy validation that can speak in a key policy or in the IAM policies beside it.',
  },
] as const;

/** Every finding, in its group. The boxes work without a script: style rules read them. */
export function FindingIndex({ findings }: { findings: readonly ListedFinding[] }) {
  return (
    <div className={styles.index}>
      <div className={styles.tools}>
        <NarrowByText list="findings" label="Find a code or a word" />
        <fieldset className={styles.boxes}>
          <legend>Show</legend>
          {severities.map((severity) => (
            <label key={severity}>
              <input type="checkbox" name="severity" value={severity} defaultChecked />
              {severityWords[severity]}
            </label>
          ))}
          <label>
            <input type="checkbox" name="kind" value="key" />
            Only for key policies
          </label>
        </fieldset>
      </div>
      <div id="findings">
        {groups.map(({ family, title, about }) => (
          <section key={family} className={styles.group}>
            <h2>{title}</h2>
            <p>{about}</p>
            <ul className={styles.list}>
              {severities.flatMap((severity) =>
                findings
                  .filter((finding) => finding.family === family && finding.severity === severity)
                  .map((finding) => <Row key={finding.code} finding={finding} />),
              )}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function Row({ finding: { code, title, href, severity, kinds } }: { finding: ListedFinding }) {
  return (
    <li data-severity={severity} data-key={kinds.includes('key')}>
      <Link href={href} className={styles.row} prefetch={false}>
        <span className={styles.title}>{title}</span>
        <SeverityMark severity={severity} />
        <code className={styles.code}>{code}</code>
      </Link>
    </li>
  );
}
