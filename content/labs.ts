import type { Lab } from '@/lib/model/lab.ts';
import { lab as whoIsRoot } from './lessons/key-policies/who-is-root/lab.ts';
import { lab as threeKindsOfKeys } from './lessons/key-types/three-kinds-of-keys/lab.ts';
import { lab as whatRotationDoes } from './lessons/rotation/what-rotation-does/lab.ts';

/** The lab of each lesson, by the lesson's id. */
export const labs: Readonly<Record<string, Lab>> = {
  'three-kinds-of-keys': threeKindsOfKeys,
  'who-is-root': whoIsRoot,
  'what-rotation-does': whatRotationDoes,
};
