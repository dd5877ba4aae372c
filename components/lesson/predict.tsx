import type { ReactNode } from 'react';
import { AwsMessage } from '@/components/decision/aws-message.tsx';
import { VerdictBadge } from '@/components/decision/verdict-badge.tsx';
import { type Prediction, predictionWorld } from '@/lib/model/prediction.ts';
import { prepareAuthorizer } from '@/simulator/index.ts';
import styles from './predict.module.css';
import { PredictChoice } from './predict-choice.tsx';
import { PredictTrace } from './predict-trace.tsx';
import { StaticPolicy } from './static-policy.tsx';

interface PredictProps extends Prediction {
  readonly id: string;
  readonly question: string;
  /** Why the answer is what it is. */
  readonly children: ReactNode;
}

/**
 * A question to answer before running it. The simulator answers when the page is built, so that the answer
 * is there without JavaScript and nobody can write a wrong one.
 */
export function Predict({ id, question, children, ...prediction }: PredictProps) {
  const { environment, request } = predictionWorld(prediction);
  const decision = prepareAuthorizer(environment).explain(request);
  return (
    <section className={styles.predict} aria-labelledby={`predict-${id}`}>
      <p className={styles.kicker}>Predict, then run</p>
      <p className={styles.question} id={`predict-${id}`}>
        {question}
      </p>
      <dl className={styles.facts}>
        <Fact term="Caller" value={String(request.principal)} />
        <Fact
          term="Asks for"
          value={prediction.via ? `${request.action}, through ${prediction.via}` : request.action}
        />
        {Object.entries(prediction.context ?? {}).map(([key, value]) => (
          <Fact key={key} term={key.replace(/^kms:/, '')} value={String(value)} />
        ))}
        <Fact
          term="Its IAM policy"
          value={
            prediction.iam.length > 0 ? `allows ${prediction.iam.join(', ')} on *` : 'says nothing of KMS'
          }
        />
      </dl>
      <details className={styles.policy}>
        <summary>The key policy</summary>
        <StaticPolicy text={prediction.policy} label="The key policy" />
      </details>
      <PredictChoice verdict={decision.verdict}>
        <p className={styles.verdict}>
          <VerdictBadge verdict={decision.verdict} />
        </p>
        {decision.message && <AwsMessage message={decision.message} />}
        {children}
        <PredictTrace prediction={prediction} />
      </PredictChoice>
    </section>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
