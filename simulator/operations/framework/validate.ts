/*
 * Input against the service model: every fault that a request has by itself, in the service's one sentence. Members
 * that the operation does not have are left out, as the service does with them.
 */
import { memberShapes, pageLimits, type Shape, shapesOfOperation } from '../../catalog/member-shapes.ts';
import { operationMembers } from '../../catalog/operation-members.ts';
import type { OperationMembers, OperationName } from '../../catalog/types.ts';
import { Refusal } from './refusal.ts';

type Members = Readonly<Record<string, unknown>>;

/** The request without unknown members and nulls. Refuses what the service model does not allow. */
export function validateInput(operation: OperationName, input: unknown): Members {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) wrongType(input, 'Structure');
  const row: OperationMembers = operationMembers[operation];
  const given = input as Members;
  const faults: string[] = [];
  const clean: Record<string, unknown> = {};
  for (const name of [...row.required, ...row.optional]) {
    const value = given[name];
    const path = lowerFirst(name);
    const shape = shapeOf(operation, name);
    if (value === undefined || value === null) {
      if (row.required.includes(name)) faults.push(absent(path, shape));
      continue;
    }
    checkValue(value, shape, path, faults);
    clean[name] = value;
  }
  if (faults.length > 0) throw new Refusal('ValidationException', sentence(faults));
  return clean;
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

function sentence(faults: readonly string[]): string {
  const noun = faults.length === 1 ? 'error' : 'errors';
  return `${faults.length} validation ${noun} detected: ${faults.join('; ')}`;
}

function shapeOf(operation: OperationName, member: string): Shape {
  const special: Readonly<Record<string, Readonly<Record<string, Shape>>>> = shapesOfOperation;
  const limits: Readonly<Record<string, { readonly max: number }>> = pageLimits;
  if (member === 'Limit') return { type: 'integer', min: 1, max: limits[operation]?.max ?? 1000 };
  const shapes: Readonly<Record<string, Shape>> = memberShapes;
  const shape = special[operation]?.[member] ?? shapes[member];
  if (shape === undefined) throw new Error(`no shape of ${operation}.${member}`);
  return shape;
}

const isSensitive = (shape: Shape) => 'sensitive' in shape && shape.sensitive === true;

const absent = (path: string, shape: Shape) =>
  `Value ${isSensitive(shape) ? '' : 'null '}at '${path}' failed to satisfy constraint: Member must not be null`;

/** The value as the sentence shows it; nothing of a blob, of a list or of a secret. */
function shown(value: unknown, shape: Shape): string {
  const tells = (typeof value === 'string' || typeof value === 'number') && !isSensitive(shape);
  return tells ? `Value '${value}'` : 'Value';
}

function fault(value: unknown, shape: Shape, path: string, constraint: string): string {
  return `${shown(value, shape)} at '${path}' failed to satisfy constraint: Member must ${constraint}`;
}

function checkValue(value: unknown, shape: Shape, path: string, faults: string[]): void {
  switch (shape.type) {
    case 'string':
      if (typeof value !== 'string') wrongType(value, 'String');
      checkLength(value.length, value, shape, path, faults);
      if (shape.pattern && !shape.pattern.test(value)) {
        faults.push(fault(value, shape, path, `satisfy regular expression pattern: ${shape.pattern.source}`));
      }
      return;
    case 'enum':
      if (typeof value !== 'string') wrongType(value, 'String');
      if (!shape.values.includes(value)) {
        const listed = (shape.listed ?? shape.values).join(', ');
        faults.push(fault(value, shape, path, `satisfy enum value set: [${listed}]`));
      }
      return;
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) wrongType(value, 'Integer');
      if (value < shape.min) {
        faults.push(fault(value, shape, path, `have value greater than or equal to ${shape.min}`));
      }
      if (value > shape.max) {
        faults.push(fault(value, shape, path, `have value less than or equal to ${shape.max}`));
      }
      return;
    case 'boolean':
      if (typeof value !== 'boolean') wrongType(value, 'Boolean');
      return;
    case 'blob':
      if (!(value instanceof Uint8Array)) wrongType(value, 'Blob');
      checkLength(value.length, value, shape, path, faults);
      return;
    case 'timestamp':
      if (!(value instanceof Date) || Number.isNaN(value.getTime())) wrongType(value, 'Timestamp');
      return;
    case 'map':
      for (const text of Object.values(membersOf(value))) {
        if (typeof text !== 'string') wrongType(text, 'String');
      }
      return;
    case 'list':
      checkList(value, shape, path, faults);
      return;
    case 'structure':
      checkStructure(membersOf(value), shape, path, faults);
  }
}

function checkLength(
  length: number,
  value: unknown,
  shape: Extract<Shape, { readonly type: 'blob' | 'list' | 'string' }>,
  path: string,
  faults: string[],
): void {
  const { min, max } = { min: undefined, max: undefined, ...shape };
  if (min !== undefined && length < min) {
    faults.push(fault(value, shape, path, `have length greater than or equal to ${min}`));
  }
  if (max !== undefined && length > max) {
    faults.push(fault(value, shape, path, `have length less than or equal to ${max}`));
  }
}

function checkList(
  value: unknown,
  shape: Extract<Shape, { readonly type: 'list' }>,
  path: string,
  faults: string[],
): void {
  if (!Array.isArray(value)) wrongType(value, 'List');
  checkLength(value.length, value, shape, path, faults);
  value.forEach((item, index) => {
    checkValue(item, shape.of, `${path}.${index + 1}.member`, faults);
  });
}

function checkStructure(
  value: Members,
  shape: Extract<Shape, { readonly type: 'structure' }>,
  path: string,
  faults: string[],
): void {
  for (const [name, member] of Object.entries(shape.members)) {
    const at = `${path}.${lowerFirst(name)}`;
    const found = value[name];
    if (found === undefined || found === null) {
      if (shape.required.includes(name)) faults.push(absent(at, member));
    } else checkValue(found, member, at, faults);
  }
}

function membersOf(value: unknown): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrongType(value, 'Structure');
  return value as Members;
}

/** What the service says of JSON that it cannot read into the request at all. */
function wrongType(value: unknown, wanted: string): never {
  const found =
    typeof value === 'string' ? 'STRING_VALUE' : typeof value === 'number' ? 'NUMBER_VALUE' : null;
  const message =
    found === null
      ? 'Start of structure or map found where not expected.'
      : `${found} can not be converted to ${wanted === 'Integer' ? 'an Integer' : `a ${wanted}`}`;
  throw new Refusal('SerializationException', message);
}
