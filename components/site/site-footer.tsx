import styles from './site-footer.module.css';

/** What this site is not, and on what terms it may be used. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>
          Not affiliated with, endorsed by or connected to Amazon Web Services. Every answer comes from a
          simulator; no AWS account is used.
        </p>
        <p>Free software under the MIT licence.</p>
      </div>
    </footer>
  );
}
