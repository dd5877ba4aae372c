/* Terraform's text as a tree: the blocks and arguments of HCL and its expressions, each with its characters. */

interface Node {
  readonly from: number;
  readonly to: number;
}

export type Expression =
  /** A number, `true`, `false` or `null`, as written. */
  | (Node & { readonly type: 'literal'; readonly written: string })
  | (Node & { readonly type: 'template'; readonly pieces: readonly Piece[] })
  /** `<<-` takes the indentation away that all its lines have. */
  | (Node & { readonly type: 'heredoc'; readonly pieces: readonly Piece[]; readonly isIndented: boolean })
  | (Node & { readonly type: 'tuple'; readonly items: readonly Expression[] })
  | (Node & { readonly type: 'object'; readonly members: readonly ObjectMember[] })
  | (Node & {
      readonly type: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      /** The last argument is a list of arguments: `f(x...)`. */
      readonly isExpanded: boolean;
    })
  | (Node & ForExpression)
  | (Node & {
      readonly type: 'conditional';
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    })
  | (Node & { readonly type: 'unary'; readonly operator: string; readonly operand: Expression })
  | (Node & {
      readonly type: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Node & { readonly type: 'name'; readonly name: string })
  | (Node & { readonly type: 'group'; readonly inside: Expression })
  /** What is taken from an expression: `local.names[0]`. */
  | (Node & { readonly type: 'taken'; readonly base: Expression; readonly steps: readonly Step[] })
  /** What could not be read. */
  | (Node & { readonly type: 'broken' });

export interface ForExpression {
  readonly type: 'for';
  readonly names: readonly string[];
  readonly over: Expression;
  /** Of the objects that `{for …}` makes; absent in `[for …]`. */
  readonly key?: Expression;
  readonly value: Expression;
  /** `...`: values of one key become a list. */
  readonly isGrouped: boolean;
  readonly condition?: Expression;
}

export interface ObjectMember {
  readonly key: Expression;
  readonly value: Expression;
}

export type Step =
  | { readonly type: 'get'; readonly name: string }
  | { readonly type: 'index'; readonly index: Expression }
  /** `[*]` or `.*`. */
  | { readonly type: 'splat' };

/** A piece of a string: characters as they are written, or what is put in. */
export type Piece =
  | { readonly type: 'text'; readonly written: string }
  | (Node & { readonly type: 'gap'; readonly expression: Expression })
  | (Node & {
      readonly type: 'if';
      readonly condition: Expression;
      readonly yes: readonly Piece[];
      readonly no: readonly Piece[];
    })
  | (Node & {
      readonly type: 'for';
      readonly names: readonly string[];
      readonly over: Expression;
      readonly body: readonly Piece[];
    });

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  readonly at: number;
}

export interface Argument {
  readonly name: string;
  readonly value: Expression;
  readonly at: number;
}

export interface Body {
  readonly arguments: readonly Argument[];
  readonly blocks: readonly Block[];
}

export interface HclFile {
  readonly text: string;
  readonly body: Body;
  /** Where the text is not HCL. */
  readonly errors: readonly number[];
}

export function argumentOf(body: Body, name: string): Argument | undefined {
  return body.arguments.find((argument) => argument.name === name);
}
