import styles from './lab.module.css';
import { StaticPolicy } from './static-policy.tsx';

/** The learner's policy beside ours; lines that the other does not have are marked. */
export function Compare({ yours, ours }: { yours: string; ours: string }) {
  return (
    <div className={styles.compare}>
      <div>
        <h4 className={styles.heading}>Yours</h4>
        <StaticPolicy text={yours} label="Your policy" marked={onlyIn(yours, ours)} />
      </div>
      <div>
        <h4 className={styles.heading}>Ours</h4>
        <StaticPolicy text={ours} label="Our policy" marked={onlyIn(ours, yours)} />
      </div>
    </div>
  );
}

function onlyIn(text: string, other: string): ReadonlySet<number> {
  const others = new Set(other.split('\n').map(bare));
  return new Set(text.split('\n').flatMap((line, index) => (others.has(bare(line)) ? [] : [index])));
}

/** A line without what carries no meaning in JSON: indentation and the comma behind it. */
function bare(line: string): string {
  return line.trim().replace(/,$/, '');
}
