import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Cards } from '@/components/lesson/cards.tsx';
import { Lab } from '@/components/lesson/lab.tsx';
import { ReadMark } from '@/components/lesson/read-mark.tsx';
import { Prose } from '@/components/mdx/prose.tsx';
import { Breadcrumbs } from '@/components/site/breadcrumbs.tsx';
import { LessonFoot } from '@/components/site/lesson-foot.tsx';
import { LessonHead } from '@/components/site/lesson-head.tsx';
import { cards } from '@/content/cards.ts';
import { labs } from '@/content/labs.ts';
import { readLesson, readTracks } from '@/lib/server/articles.ts';
import styles from './lesson.module.css';

interface LessonProps {
  readonly params: Promise<{ track: string; lesson: string }>;
}

export const dynamicParams = false;

export async function generateStaticParams() {
  const tracks = await readTracks();
  return tracks.flatMap(({ id, lessons }) => lessons.map((lesson) => ({ track: id, lesson: lesson.id })));
}

export async function generateMetadata({ params }: LessonProps): Promise<Metadata> {
  const { frontmatter } = await lessonOf(params);
  return { title: frontmatter.title, description: frontmatter.summary };
}

/** A lesson: prose, and beside it a lab on the same subject. */
export default async function LessonPage({ params }: LessonProps) {
  const { Body, frontmatter, toc, track, path, previous, next } = await lessonOf(params);
  const lab = labs[frontmatter.id];
  return (
    <div className={styles.page}>
      <article className={styles.article}>
        <Breadcrumbs
          steps={[
            { href: '/learn', label: 'Learn' },
            { href: track.href, label: track.title },
          ]}
        />
        <LessonHead lesson={frontmatter} toc={toc} path={path} />
        <Prose Body={Body} />
        <ReadMark lessonId={frontmatter.id} />
        <Cards cards={cards[frontmatter.id] ?? []} />
        <LessonFoot lesson={frontmatter} previous={previous} next={next} />
      </article>
      {lab && (
        <div className={styles.lab}>
          <Lab lessonId={frontmatter.id} title={frontmatter.title} lab={lab} />
        </div>
      )}
    </div>
  );
}

async function lessonOf(params: LessonProps['params']) {
  const { track, lesson } = await params;
  return (await readLesson(track, lesson)) ?? notFound();
}
