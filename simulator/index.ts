/** The one door of the simulator: what may be used from outside. */
export { prepareAuthorizer } from './authorize/authorize.ts';
export type * from './authorize/types.ts';
export { parsePolicy } from './policy/parse.ts';
export type * from './policy/types.ts';
