import type { memberShapes, Shape, shapesOfOperation } from '../../catalog/member-shapes.ts';
import type { operationMembers } from '../../catalog/operation-members.ts';
import type { OperationName } from '../../catalog/types.ts';

/* The types of requests, read off the catalog's rows. */

type ValueOf<S> = S extends { readonly type: 'enum'; readonly values: readonly (infer Value)[] }
  ? Value
  : S extends { readonly type: 'string' }
    ? string
    : S extends { readonly type: 'integer' }
      ? number
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly type: 'blob' }
          ? Uint8Array
          : S extends { readonly type: 'timestamp' }
            ? Date
            : S extends { readonly type: 'map' }
              ? Readonly<Record<string, string>>
              : S extends { readonly type: 'list'; readonly of: infer Item }
                ? readonly ValueOf<Item>[]
                : S extends {
                      readonly type: 'structure';
                      readonly members: infer Members;
                      readonly required: readonly (infer Required)[];
                    }
                  ? Structure<Members, Required>
                  : never;

type Structure<Members, Required> = {
  readonly [Name in keyof Members as Name extends Required ? Name : never]: ValueOf<Members[Name]>;
} & {
  readonly [Name in keyof Members as Name extends Required ? never : Name]?:
    | ValueOf<Members[Name]>
    | undefined;
};

type Special = typeof shapesOfOperation;

type ShapeIn<Op, Name> = Op extends keyof Special
  ? Name extends keyof Special[Op]
    ? Special[Op][Name]
    : ShapeOf<Name>
  : ShapeOf<Name>;

type ShapeOf<Name> = Name extends keyof typeof memberShapes ? (typeof memberShapes)[Name] : Shape;

type Row<Op extends OperationName> = (typeof operationMembers)[Op];

/** What an operation takes. */
export type Input<Op extends OperationName> = {
  readonly [Name in Row<Op>['required'][number]]: ValueOf<ShapeIn<Op, Name>>;
} & {
  readonly [Name in Row<Op>['optional'][number]]?: ValueOf<ShapeIn<Op, Name>> | undefined;
};
