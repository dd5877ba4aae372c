'use client';
import { Button } from '@/components/ui/button.tsx';
import { downloadJson } from './download.ts';
import { openPlace } from './places.ts';
import { type Notice, usePlayground } from './provider.tsx';
import styles from './workbench.module.css';

const linkWords = {
  damaged: 'This link is damaged: a part of it is missing or was changed. Your draft is as you left it.',
  unknown: 'This link is of a form that this site never had. Your draft is as you left it.',
  tooNew:
    'This link was made by a newer version of this site. Reload the page to get it. Your draft is as you left it.',
} as const;

/** What happened to the draft, or to a link, and what the reader can do about it. */
export function Notices() {
  const { notice, dismissNotice, draft, title, keepCopy, open } = usePlayground();
  return (
    <>
      {draft === 'link' && (
        <section className={styles.notice} aria-label="Shared link">
          <p>
            You are looking at a shared world. Change what you like: your own drafts are untouched, and
            nothing of this is kept until you say so.
          </p>
          <Button onClick={() => keepCopy(`${title} (shared)`)}>Keep</Button>
          <a href="/playground">Back to my draft</a>
        </section>
      )}
      {notice && (
        <div className={styles.notice} role="status">
          <NoticeText notice={notice} />
          {notice.kind === 'elsewhere' && (
            <Button onClick={() => void openPlace(notice.place).then((opened) => opened && open(opened))}>
              Show that version
            </Button>
          )}
          {notice.kind === 'copied' && (
            <Button onClick={() => void openPlace(notice.from).then((opened) => opened && open(opened))}>
              Show the other tab’s version
            </Button>
          )}
          {notice.kind === 'link' && notice.problem.text !== null && (
            <Button onClick={() => downloadJson('kms-playground-link.json', notice.problem.text ?? '')}>
              Save what is in it as a file
            </Button>
          )}
          <Button variant="plain" onClick={dismissNotice}>
            Dismiss
          </Button>
        </div>
      )}
    </>
  );
}

function NoticeText({ notice }: { notice: Notice }) {
  switch (notice.kind) {
    case 'link':
      return <p>{linkWords[notice.problem.problem]}</p>;
    case 'elsewhere':
      return (
        <p>Another tab has changed this draft. If you go on here, your work is kept as a copy beside it.</p>
      );
    case 'copied':
      return (
        <p>
          Another tab has changed this draft too. Nothing is lost: what you do here is kept as the copy “
          {notice.name}”.
        </p>
      );
  }
}
