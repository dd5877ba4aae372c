import type { Lab as LabDefinition } from '@/lib/model/lab.ts';
import { GoalMark } from './goal-mark.tsx';
import styles from './lab.module.css';
import { LabShell } from './lab-shell.tsx';
import { StaticPolicy } from './static-policy.tsx';

interface LabProps {
  readonly lessonId: string;
  /** The lesson's. */
  readonly title: string;
  readonly lab: LabDefinition;
}

/** A lesson's lab. Readable as it comes from the server; the working one is fetched when it is started. */
export function Lab({ lessonId, title, lab }: LabProps) {
  return (
    <section className={styles.lab} id="lab" aria-labelledby="lab-title">
      <header className={styles.intro}>
        <h2 id="lab-title" className={styles.title}>
          Lab
        </h2>
        <p>{lab.task}</p>
        <dl className={styles.cast}>
          {lab.cast.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </header>
      <LabShell lessonId={lessonId} title={title} lab={lab}>
        <div className={styles.columns}>
          <div>
            <h3 className={styles.heading}>Key policy</h3>
            <StaticPolicy text={lab.starter} label="Key policy to start from" />
          </div>
          <div>
            <h3 className={styles.heading}>Goals</h3>
            <ul className={styles.goals}>
              {lab.goals.map(({ id, text }) => (
                <li key={id} className={styles.goal}>
                  <GoalMark passed={false} />
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </LabShell>
      <div className={styles.withoutScript}>
        <p>
          The lab runs in your browser and needs JavaScript. Without it, here is a policy that reaches every
          goal:
        </p>
        <details>
          <summary>Our solution</summary>
          <StaticPolicy text={lab.solution} label="Our solution" />
        </details>
      </div>
    </section>
  );
}
