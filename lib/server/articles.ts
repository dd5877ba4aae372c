import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cache } from 'react';
import { path as tracks } from '@/content/path.ts';
import { type LessonFrontmatter, lessonFrontmatterSchema, type Track } from '@/lib/model/lesson.ts';
import { type CompiledMdx, compileMdx, type MdxFile, readFrontmatter } from './mdx.ts';

/** A lesson as lists show it. */
export interface LessonSummary extends LessonFrontmatter {
  readonly href: string;
}

export interface TrackWithLessons extends Omit<Track, 'lessons'> {
  readonly href: string;
  readonly lessons: readonly LessonSummary[];
}

export interface LessonPage extends CompiledMdx<LessonFrontmatter> {
  readonly track: TrackWithLessons;
  /** Every lesson of every track, in order. */
  readonly path: readonly LessonSummary[];
  /** Neighbours along the whole path, across tracks. */
  readonly previous: LessonSummary | undefined;
  readonly next: LessonSummary | undefined;
}

/** All tracks with the frontmatter of their lessons, in the order of the path. */
export const readTracks = cache(
  (): Promise<readonly TrackWithLessons[]> => Promise.all(tracks.map(readTrackLessons)),
);

/** One lesson, compiled, with its place on the path; undefined when the path has none of that name. */
export const readLesson = cache(
  async (trackId: string, lessonId: string): Promise<LessonPage | undefined> => {
    const all = await readTracks();
    const track = all.find(({ id }) => id === trackId);
    if (!track?.lessons.some(({ id }) => id === lessonId)) return undefined;
    const path = all.flatMap(({ lessons }) => lessons);
    const place = path.findIndex(({ id }) => id === lessonId);
    const compiled = await compileMdx(await readLessonFile(trackId, lessonId), lessonFrontmatterSchema);
    return { ...compiled, track, path, previous: path[place - 1], next: path[place + 1] };
  },
);

async function readTrackLessons({ id, title, summary, lessons }: Track): Promise<TrackWithLessons> {
  const href = `/learn/${id}`;
  return {
    id,
    title,
    summary,
    href,
    lessons: await Promise.all(
      lessons.map(async (lessonId) => {
        const file = await readLessonFile(id, lessonId);
        const frontmatter = readFrontmatter(file, lessonFrontmatterSchema);
        if (frontmatter.id !== lessonId) throw new Error(`${file.name}: id: is not the folder's name`);
        return { ...frontmatter, href: `${href}/${lessonId}` };
      }),
    ),
  };
}

async function readLessonFile(trackId: string, lessonId: string): Promise<MdxFile> {
  const inLessons = path.join(trackId, lessonId, 'lesson.mdx');
  const file = path.join(process.cwd(), 'content', 'lessons', inLessons);
  return { name: `content/lessons/${inLessons}`, text: await readFile(file, 'utf8') };
}
