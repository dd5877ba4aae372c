/* Names to values: locals, defaults of variables, what the playground knows, and other blocks of the file. */
import { isNull, plainText, textOf, type Value } from '../value.ts';
import { policyDocument } from './policy-document.ts';
import { type Scope, scopeOf } from './scope.ts';
import { argumentOf } from './syntax.ts';

export interface Resolved {
  readonly value: Value;
  /** How many segments of the path it took. */
  readonly used: number;
}

/** What a path of names stands for; undefined where the text does not tell. `at` is where the path begins. */
export function resolve(path: readonly string[], scope: Scope, at: number): Resolved | undefined {
  const [root = '', name = ''] = path;
  const bound = scope.names.get(root);
  if (bound) return { value: bound, used: 1 };
  switch (root) {
    case 'local':
      return resolved(local(name, scope), 2);
    case 'var':
      return resolved(variable(name, scope, at), 2);
    case 'data':
      return ofInstance(path, 3, (one) => dataSource(one, scope, at));
    default:
      return ofInstance(path, 2, (one) => resource(one, scope, at));
  }
}

/** A block with `count` is a list of blocks: `aws_kms_key.this[0].arn` speaks of the one block of the text. */
function ofInstance(
  path: readonly string[],
  length: number,
  find: (path: readonly string[]) => Value | undefined,
): Resolved | undefined {
  const hasIndex = /^\d+$/.test(path[length] ?? '');
  const one = hasIndex ? [...path.slice(0, length), ...path.slice(length + 1)] : path;
  return resolved(find(one), length + (hasIndex ? 2 : 1));
}

const resolved = (value: Value | undefined, used: number): Resolved | undefined => value && { value, used };

function local(name: string, scope: Scope): Value | undefined {
  const expression = scope.module.locals.get(name);
  const inner = expression && scopeOf(scope, `local.${name}`);
  return expression && inner ? scope.evaluate(expression, inner) : undefined;
}

function variable(name: string, scope: Scope, at: number): Value | undefined {
  const block = scope.module.variables.get(name);
  const expression = block && argumentOf(block.body, 'default')?.value;
  const inner = expression && scopeOf(scope, `var.${name}`);
  const value = expression && inner ? scope.evaluate(expression, inner) : undefined;
  // A variable without a default, or with null for one, is for others to set.
  if (!value || isNull(value)) return undefined;
  scope.assumptions.add('DEFAULT_VALUE', `var.${name}`, plainText(value) ?? '', at);
  return value;
}

/** A fact about the playground, told as such. */
function fact(
  path: readonly string[],
  value: string | undefined,
  scope: Scope,
  at: number,
): Value | undefined {
  if (value === undefined) return undefined;
  scope.assumptions.add('KNOWN_VALUE', path.join('.'), value, at);
  return textOf(value);
}

function dataSource(path: readonly string[], scope: Scope, at: number): Value | undefined {
  const [, type = '', name = '', attribute = ''] = path;
  const { known, byAddress } = scope.module;
  switch (`${type}.${attribute}`) {
    case 'aws_caller_identity.account_id':
    case 'aws_caller_identity.id':
      return fact(path, known.account, scope, at);
    case 'aws_region.name':
    case 'aws_region.region':
    case 'aws_region.id':
      return fact(path, known.region, scope, at);
    case 'aws_partition.partition':
    case 'aws_partition.id':
      return fact(path, known.partition, scope, at);
    case 'aws_partition.dns_suffix':
      return fact(path, known.partition === 'aws' ? 'amazonaws.com' : undefined, scope, at);
    case 'aws_iam_policy_document.json':
    case 'aws_iam_policy_document.minified_json': {
      const block = byAddress.get(`data.${type}.${name}`);
      const inner = block && scopeOf(scope, `data.${type}.${name}`);
      if (!block || !inner) return undefined;
      scope.module.documentsUsed.add(`data.${type}.${name}`);
      return { type: 'json', value: policyDocument(block, inner) };
    }
    default:
      return undefined;
  }
}

function resource(path: readonly string[], scope: Scope, at: number): Value | undefined {
  const [type = '', name = '', attribute = ''] = path;
  const { known, keys } = scope.module;
  if (/^aws_kms_(?:external_|replica_)?key$/.test(type) && keys.size === 1) {
    if (attribute === 'arn') return fact(path, known.keyArn, scope, at);
    if (attribute === 'id' || attribute === 'key_id') {
      return fact(path, known.keyArn?.split('/').at(-1), scope, at);
    }
  }
  if ((type === 'aws_iam_role' || type === 'aws_iam_user') && attribute === 'arn') {
    return identityArn(type === 'aws_iam_role' ? 'role' : 'user', path, scope, at);
  }
  const block = scope.module.byAddress.get(`${type}.${name}`);
  const expression = block && argumentOf(block.body, attribute)?.value;
  const inner = expression && scopeOf(scope, path.slice(0, 3).join('.'));
  return expression && inner ? scope.evaluate(expression, inner) : undefined;
}

/** The ARN of a role or user that the file makes, when its name is written there. */
function identityArn(
  kind: 'role' | 'user',
  path: readonly string[],
  scope: Scope,
  at: number,
): Value | undefined {
  const { known, byAddress } = scope.module;
  const block = byAddress.get(path.slice(0, 2).join('.'));
  const inner = block && scopeOf(scope, path.slice(0, 3).join('.'));
  if (!block || !inner || known.account === undefined) return undefined;
  const read = (name: string) => {
    const expression = argumentOf(block.body, name)?.value;
    return expression && plainText(scope.evaluate(expression, inner));
  };
  const folder = argumentOf(block.body, 'path') ? read('path') : '/';
  const name = read('name');
  if (typeof name !== 'string' || typeof folder !== 'string') return undefined;
  const arn = `arn:${known.partition ?? 'aws'}:iam::${known.account}:${kind}${folder}${name}`;
  return fact(path, arn, scope, at);
}
