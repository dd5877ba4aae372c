'use client';
import { type ComponentType, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { Prediction } from '@/lib/model/prediction.ts';
import styles from './predict.module.css';
import type { PredictChecksProps } from './predict-checks.tsx';

/** Offers every check behind an answer; the simulator that runs them is fetched when asked for. */
export function PredictTrace({ prediction }: { prediction: Prediction }) {
  const [loaded, setLoaded] = useState<{ Checks: ComponentType<PredictChecksProps> } | null>(null);
  const [failed, setFailed] = useState(false);

  const show = async () => {
    try {
      const { PredictChecks } = await import('./predict-checks.tsx');
      setLoaded({ Checks: PredictChecks });
    } catch {
      setFailed(true);
    }
  };

  if (loaded) return <loaded.Checks prediction={prediction} />;
  return (
    <div className={styles.more}>
      <Button onClick={show}>Show every check</Button>
      <span role="status">{failed && 'The checks could not be loaded. Try again.'}</span>
    </div>
  );
}
