import { apiDefaultKeyPolicy } from '../../catalog/default-key-policies.ts';

/** The key policy of a new key, as GetKeyPolicy shows it. */
export function defaultKeyPolicy(account: string): string {
  return awsJson(apiDefaultKeyPolicy(account));
}

/** JSON with the blanks and lines that the service writes: lists stay on the line. */
export function awsJson(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '[ ]' : `[ ${value.map((item) => awsJson(item, indent)).join(', ')} ]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${JSON.stringify(name)} : ${awsJson(member, inner)}`,
  );
  return members.length === 0 ? '{ }' : `{\n${members.join(',\n')}\n${indent}}`;
}
