import type { Track } from '@/lib/model/lesson.ts';

/** Tracks and their lessons: the only place where order exists. */
export const path: readonly Track[] = [
  {
    id: 'key-types',
    title: 'Key types',
    summary: 'Whose key is it: yours, a service’s in your account, or AWS’s own?',
    lessons: ['three-kinds-of-keys'],
  },
  {
    id: 'key-policies',
    title: 'Key policies',
    summary: 'Who may use a key, who may change that, and how to read why not.',
    lessons: ['who-is-root'],
  },
  {
    id: 'rotation',
    title: 'Rotation and life cycle',
    summary: 'What changes when a key rotates, and what stays as it was.',
    lessons: ['what-rotation-does'],
  },
];
