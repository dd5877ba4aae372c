import { CopyButton } from './copy-button.tsx';
import styles from './trace.module.css';

/** The sentence AWS answers a denial with, to be recognised, searched for and copied. */
export function AwsMessage({ message }: { message: string }) {
  return (
    <figure className={styles.message}>
      <figcaption className={styles.messageHead}>
        What AWS says
        <CopyButton text={message} label="Copy what AWS says" />
      </figcaption>
      <blockquote className={styles.sentence}>{message}</blockquote>
    </figure>
  );
}
