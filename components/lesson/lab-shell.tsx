'use client';
import { type ComponentType, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { InteractiveLabProps } from './interactive-lab.tsx';
import styles from './lab.module.css';

interface LabShellProps extends InteractiveLabProps {
  /** What is shown until the reader starts. */
  readonly children: ReactNode;
}

type State = 'still' | 'loading' | 'failed';

const fetchLab = () => import('./interactive-lab.tsx');

/** Keeps the simulator and the editor off the page until the lab is touched. */
export function LabShell({ children, ...props }: LabShellProps) {
  const [state, setState] = useState<State>('still');
  const [live, setLive] = useState<{ Component: ComponentType<InteractiveLabProps> } | null>(null);

  const start = async () => {
    if (state === 'loading') return;
    setState('loading');
    try {
      const { InteractiveLab } = await fetchLab();
      setLive({ Component: InteractiveLab });
    } catch {
      setState('failed');
    }
  };

  if (live) return <live.Component {...props} />;
  return (
    <div>
      {children}
      <div className={styles.start}>
        <Button variant="primary" onClick={start} onFocus={() => void fetchLab().catch(() => undefined)}>
          {state === 'loading' ? 'Starting…' : 'Start the lab'}
        </Button>
        <span role="status">
          {state === 'failed' && 'The lab could not be loaded. Check your connection and start it again.'}
        </span>
      </div>
    </div>
  );
}
