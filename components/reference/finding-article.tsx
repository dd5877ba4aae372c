import { StaticPolicy } from '@/components/lesson/static-policy.tsx';
import { ButtonAnchor } from '@/components/ui/button.tsx';
import type { FindingEntry, PolicyKind } from '@/simulator/index.ts';
import styles from './finding-article.module.css';
import { ReferenceArticle } from './reference-article.tsx';
import { SeverityMark } from './severity-mark.tsx';

interface ShownPolicy {
  readonly text: string;
  readonly marked: ReadonlySet<number>;
  readonly about: string;
  readonly known: readonly string[];
}

type Effect = 'gains' | 'loses' | 'both' | 'none' | 'notCompared';

interface FindingArticleProps {
  readonly finding: {
    readonly entry: FindingEntry;
    readonly note: {
      readonly title: string;
      readonly why: string;
      readonly aws: string;
      readonly source: string;
    };
    readonly message: string;
    readonly kind: PolicyKind;
    readonly avoid: ShownPolicy;
    readonly prefer: ShownPolicy & { readonly mended: boolean };
    readonly fixes: readonly { readonly sentence: string; readonly effect?: Effect }[];
    readonly tryHref: string | null;
  };
}

const kindWords: Readonly<Record<PolicyKind, string>> = {
  key: 'Key policies',
  identity: 'IAM policies',
  scp: 'Service control policies',
  rcp: 'Resource control policies',
  boundary: 'Permissions boundaries',
  session: 'Session policies',
  endpoint: 'VPC endpoint policies',
  resource: 'Policies of other resources',
};
const allKinds = Object.keys(kindWords).length;

const effectWords: Readonly<Record<Effect, string>> = {
  gains: 'Somebody gains access by it.',
  loses: 'Somebody loses access by it.',
  both: 'Some gain access by it and some lose it.',
  none: 'Nobody gains or loses access by it.',
  notCompared: 'AWS would refuse the policy as it is, so access before and after cannot be compared.',
};

/** The page of a finding: what to avoid, what to write instead, why, and what AWS does. */
export function FindingArticle({ finding }: FindingArticleProps) {
  const { entry, note, message, kind, avoid, prefer, fixes, tryHref } = finding;
  return (
    <ReferenceArticle
      steps={[
        { href: '/reference', label: 'Reference' },
        { href: '/reference/findings', label: 'Findings' },
      ]}
      id={entry.code}
      title={note.title}
      facts={[
        { name: 'Severity', value: <SeverityMark severity={entry.severity} /> },
        {
          name: 'Looked for in',
          value:
            entry.kinds.length === allKinds
              ? 'Every kind of policy'
              : entry.kinds.map((one) => kindWords[one]).join(', '),
        },
        {
          name: 'Reported by',
          value:
            entry.family === 'kms'
              ? 'This site; AWS has no check for it'
              : 'IAM Access Analyzer, and this site',
        },
      ]}
    >
      <div className={styles.pair}>
        <Example title="Avoid" label={`Avoid: ${kindWords[kind]}`} policy={avoid}>
          <p className={styles.message}>{message}</p>
        </Example>
        <Example title="Prefer" label={`Prefer: ${kindWords[kind]}`} policy={prefer}>
          <p className={styles.about}>
            {prefer.mended ? `${prefer.about}.` : `Not reported: ${prefer.about}.`}
          </p>
        </Example>
      </div>
      <section>
        <h2>Why</h2>
        <p>{note.why}</p>
      </section>
      <section>
        <h2>What AWS does</h2>
        <p>{note.aws}</p>
        <p className={styles.source}>
          <a href={note.source}>AWS documentation</a>
        </p>
      </section>
      {fixes.length > 0 && (
        <section>
          <h2>Fix</h2>
          <p>The check offers:</p>
          <ul className={styles.fixes}>
            {fixes.map(({ sentence, effect }) => (
              <li key={sentence}>
                {sentence}.{effect && <span className={styles.effect}> {effectWords[effect]}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Try it</h2>
        {tryHref === null ? (
          <p>The playground has no place for a policy of this kind.</p>
        ) : (
          <p>
            <ButtonAnchor href={tryHref}>Open the policy in the playground</ButtonAnchor>
          </p>
        )}
        <p className={styles.source}>
          On the command line, <code>kms check --off {entry.code}</code> leaves it out.
        </p>
      </section>
    </ReferenceArticle>
  );
}

interface ExampleProps {
  readonly title: string;
  readonly label: string;
  readonly policy: ShownPolicy;
  readonly children: React.ReactNode;
}

function Example({ title, label, policy, children }: ExampleProps) {
  return (
    <section className={styles.example}>
      <h2>{title}</h2>
      {children}
      <StaticPolicy text={policy.text} label={label} marked={policy.marked} />
      {policy.known.length > 0 && <p className={styles.known}>Known here: {policy.known.join('; ')}.</p>}
    </section>
  );
}
