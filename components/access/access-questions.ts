/* Questions about everybody, answered from a playground's state. They take too long for a keystroke: ask in a worker. */
import { applyWay } from '@/lib/model/apply-way.ts';
import type { PlaygroundState, Policies } from '@/lib/model/playground.ts';
import { worldEnvironment } from '@/lib/model/playground-environment.ts';
import { toRequest } from '@/lib/model/playground-request.ts';
import {
  type AccessDiff,
  type Advice,
  accessMatrix,
  compareAccess,
  type KnownPrincipal,
  type Note,
  type Verdict,
  type WayToAllow,
  waysToAllow,
} from '@/simulator/index.ts';

export type AccessQuestion =
  /** About the key of this ARN. */
  | { readonly task: 'matrix'; readonly policies: Policies; readonly key: string; readonly also: string }
  | { readonly task: 'compare'; readonly before: Policies; readonly after: Policies; readonly key: string }
  /** Of the state only what decides counts. */
  | { readonly task: 'ways'; readonly state: PlaygroundState };

export interface Matrix {
  readonly actions: readonly string[];
  readonly rows: readonly { readonly principal: KnownPrincipal; readonly verdicts: readonly Verdict[] }[];
  readonly notes: readonly Note[];
}

/** What a way leaves behind once it has been worked out. */
export type OfferedWay = Pick<WayToAllow, 'code' | 'data' | 'changes' | 'effect'>;

export interface OfferedWays {
  readonly ways: readonly OfferedWay[];
  readonly impossible: Advice['impossible'];
}

export type AccessAnswer =
  | { readonly task: 'matrix'; readonly matrix: Matrix }
  | { readonly task: 'compare'; readonly diff: AccessDiff }
  | { readonly task: 'ways'; readonly offered: OfferedWays }
  | { readonly task: 'failed' };

function matrixOf(policies: Policies, key: string, also: string): Matrix {
  const { environment } = worldEnvironment(policies, key);
  const known = accessMatrix(environment);
  const isKnown = also === '' || known.rows.some(({ principal }) => principal.principal === also);
  const asked = isKnown ? [] : accessMatrix(environment, { principals: [also] }).rows;
  return {
    actions: known.actions,
    rows: [...asked, ...known.rows].map(({ principal, cells }) => ({
      principal,
      verdicts: cells.map(({ verdict }) => verdict),
    })),
    notes: known.notes,
  };
}

/** What a way does to everybody, in the state as it would then be: a policy may have more owners than the caller. */
function effectOf(state: PlaygroundState, way: WayToAllow): AccessDiff {
  const { key, principal } = state.request;
  const after = applyWay(state, way);
  if (after.documents === state.documents) return way.effect;
  return compareAccess(
    worldEnvironment(state, key, principal).environment,
    worldEnvironment(after, key, principal).environment,
    { also: [principal] },
  );
}

function waysOf(state: PlaygroundState): OfferedWays {
  const { environment } = worldEnvironment(state, state.request.key, state.request.principal);
  const { ways, impossible } = waysToAllow(environment, toRequest(state.request));
  return {
    impossible,
    ways: ways.map((way) => ({
      code: way.code,
      data: way.data,
      changes: way.changes,
      effect: effectOf(state, way),
    })),
  };
}

export function answer(question: AccessQuestion): AccessAnswer {
  switch (question.task) {
    case 'matrix':
      return { task: 'matrix', matrix: matrixOf(question.policies, question.key, question.also) };
    case 'compare': {
      const [before, after] = [question.before, question.after].map(
        (policies) => worldEnvironment(policies, question.key).environment,
      );
      if (!before || !after) return { task: 'failed' };
      return { task: 'compare', diff: compareAccess(before, after) };
    }
    case 'ways':
      return { task: 'ways', offered: waysOf(question.state) };
  }
}
