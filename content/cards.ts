import type { Card } from '@/lib/model/lesson.ts';
import { cards as whoIsRoot } from './lessons/key-policies/who-is-root/cards.ts';
import { cards as threeKindsOfKeys } from './lessons/key-types/three-kinds-of-keys/cards.ts';
import { cards as whatRotationDoes } from './lessons/rotation/what-rotation-does/cards.ts';

/** The review cards of each lesson, by the lesson's id. */
export const cards: Readonly<Record<string, readonly Card[]>> = {
  'three-kinds-of-keys': threeKindsOfKeys,
  'who-is-root': whoIsRoot,
  'what-rotation-does': whatRotationDoes,
};
