'use client';
import { useMemo } from 'react';
import { Trace } from '@/components/decision/trace.tsx';
import { type Prediction, predictionWorld } from '@/lib/model/prediction.ts';
import { prepareAuthorizer } from '@/simulator/index.ts';
import styles from './predict.module.css';

export interface PredictChecksProps {
  readonly prediction: Prediction;
}

/** Runs the prediction's request here and now, and shows each step of the decision. */
export function PredictChecks({ prediction }: PredictChecksProps) {
  const decision = useMemo(() => {
    const { environment, request } = predictionWorld(prediction);
    return prepareAuthorizer(environment).explain(request);
  }, [prediction]);
  return (
    <div className={styles.checks}>
      <Trace decision={decision} />
    </div>
  );
}
