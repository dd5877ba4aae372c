import styles from './diagrams.module.css';

const versions = [
  { year: '2024', material: 'Material 1', use: 'decrypts' },
  { year: '2025', material: 'Material 2', use: 'decrypts' },
  { year: '2026', material: 'Material 3', use: 'encrypts and decrypts', current: true },
] as const;

/** One key that rotated twice: three materials, each still opening what it once encrypted. */
export function KeyVersions() {
  return (
    <figure className={styles.figure}>
      <div className={styles.versions}>
        <p className={styles.keyName}>
          One KMS key <code>key/1234abcd-…</code>
          <br />
          one ARN, one policy, the same aliases
        </p>
        <p className={styles.dataName}>Your data</p>
        {versions.map((version) => (
          <div key={version.year} className={styles.version}>
            <p className={'current' in version ? styles.materialCurrent : styles.material}>
              <strong>{version.material}</strong>
              <span>{version.use}</span>
            </p>
            <p className={styles.made}>
              <span className={styles.arrow} aria-hidden="true" />
              Objects of {version.year}
            </p>
          </div>
        ))}
      </div>
      <figcaption>
        After two rotations: new objects are encrypted with material 3, and every older object still opens
        with the material that encrypted it.
      </figcaption>
    </figure>
  );
}
