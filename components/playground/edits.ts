/* Changes of the playground's state, as actions for its reducer. */
import type { PlaygroundDocument, PlaygroundState, RequestForm } from '@/lib/model/playground.ts';
import { formOf } from '@/lib/model/playground-request.ts';
import type { AccessRequest } from '@/simulator/index.ts';
import type { BenchAction } from './reducer.ts';

type Edit = (state: PlaygroundState) => PlaygroundState;

/** A change that undo takes back by itself. */
export const edit = (change: Edit): BenchAction => ({ type: 'change', edit: change });

/** The state with a document changed. */
export function withDocument(
  state: PlaygroundState,
  id: string,
  update: (document: PlaygroundDocument) => PlaygroundDocument,
): PlaygroundState {
  return {
    ...state,
    documents: state.documents.map((document) => (document.id === id ? update(document) : document)),
  };
}

/** A document's text as it is being typed. */
export function editText(id: string, text: string, at: number): BenchAction {
  return {
    type: 'change',
    edit: (state) => withDocument(state, id, (document) => ({ ...document, text })),
    typing: { what: `text of ${id}`, at },
  };
}

/** Fields of the request as they are being filled in. */
export function ask(request: Partial<RequestForm>, at: number): BenchAction {
  return {
    type: 'change',
    edit: (state) => ({ ...state, request: { ...state.request, ...request } }),
    typing: { what: `request ${Object.keys(request).join()}`, at },
  };
}

const toggled = (list: readonly number[], index: number): number[] =>
  list.includes(index) ? list.filter((item) => item !== index) : [...list, index].sort((a, b) => a - b);

/** A statement switched off, or on again. */
export function toggleStatement(id: string, statement: number): BenchAction {
  return edit((state) =>
    withDocument(state, id, (document) => ({
      ...document,
      disabled: toggled(document.disabled, statement),
    })),
  );
}

/** Another request in the place of this one, such as one that a matrix or a comparison points out. */
export function askRequest(request: Partial<AccessRequest>): BenchAction {
  return edit((state) => {
    const { key } = state.request;
    const form = formOf({ resource: key, ...request }, key);
    return { ...state, request: form };
  });
}

/** The policies as they are now, to hold later ones against. */
export const pinBaseline: BenchAction = edit((state) => ({
  ...state,
  baseline: { world: state.world, documents: state.documents },
}));

export const unpinBaseline: BenchAction = edit((state) => ({ ...state, baseline: null }));
