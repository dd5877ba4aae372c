import { MiniPlayground } from '@/components/landing/mini-playground.tsx';
import { Page } from '@/components/site/page.tsx';
import { TrackColumns } from '@/components/site/track-columns.tsx';
import { ButtonLink } from '@/components/ui/button.tsx';
import { readTracks } from '@/lib/server/articles.ts';
import styles from './page.module.css';

/** Landing page: a key policy that answers, then the way in. */
export default async function LandingPage() {
  const tracks = await readTracks();
  const first = tracks[0]?.lessons[0];
  return (
    <Page>
      <header className={styles.head}>
        <h1>Key policies, explained by running them.</h1>
        <p className={styles.lead}>
          Change the policy, change the caller, and see what AWS KMS would answer, and which statement
          decided.
        </p>
      </header>
      <MiniPlayground />
      <div className={styles.doors}>
        {first && (
          <ButtonLink variant="primary" href={first.href} prefetch={false}>
            Lesson 1, {first.minutes} min
          </ButtonLink>
        )}
        <ButtonLink href="/playground?scenario=two-statements" prefetch={false}>
          Open this in the playground
        </ButtonLink>
      </div>
      <div className={styles.tracks}>
        <TrackColumns tracks={tracks} />
      </div>
      <section className={styles.about} aria-labelledby="about">
        <h2 id="about">What this is</h2>
        <p>
          A course and a workbench for AWS KMS keys. The answers come from a simulator of KMS authorization
          that runs in your browser: no AWS account, no cost. It follows AWS’s documentation, names the
          statement behind every verdict, and says “not simulated” where it does not know.
        </p>
        <p>
          No sign-up. Drafts are kept in this browser; policies you save and lessons you read or pass, by this
          site as well.
        </p>
      </section>
    </Page>
  );
}
