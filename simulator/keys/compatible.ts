import { type AlgorithmName, algorithms } from '../catalog/algorithms.ts';
import type { KeySpec } from '../catalog/key-specs.ts';
import type { CryptoProblem } from './types.ts';

/** What is wrong with using an algorithm with a key of this spec; undefined if nothing is. */
export function algorithmProblem(algorithm: AlgorithmName, keySpec: KeySpec): CryptoProblem | undefined {
  const fitting: readonly KeySpec[] = algorithms[algorithm].keySpecs;
  return fitting.includes(keySpec) ? undefined : { code: 'IncompatibleAlgorithm', algorithm, keySpec };
}
