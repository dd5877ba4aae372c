import { z } from 'zod';

/** The frontmatter of a lesson's `lesson.mdx`. */
export const lessonFrontmatterSchema = z.strictObject({
  /** Never changes: progress, drafts and links hang on it. */
  id: z.string().regex(/^[a-z][a-z0-9-]{1,79}$/),
  title: z.string().min(1).max(80),
  /** One sentence for lists, search and link previews. */
  summary: z.string().min(1).max(200),
  /** Reading and doing the lab, for somebody who meets the subject for the first time. */
  minutes: z.number().int().min(1).max(30),
  /** The day the lesson's facts were last held against its sources. */
  updated: z.iso.date(),
  sources: z.array(z.url({ protocol: /^https$/ })).min(1),
});

export type LessonFrontmatter = z.infer<typeof lessonFrontmatterSchema>;

/** One step of the path: a subject with its lessons in the order they are read. */
export interface Track {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly lessons: readonly string[];
}

/** A question to come back to after the lesson. Plain text; backquotes mark code. */
export interface Card {
  readonly id: string;
  readonly front: string;
  readonly back: string;
}
