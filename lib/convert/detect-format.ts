import type { ImportFormat } from './types.ts';

const cloudFormationResource = /\bAWS::[A-Z]\w+::\w+/;

/** A block of Terraform, an assignment with its values, or an object as `jsonencode` takes it. */
const terraform = [
  /^[ \t]*(?:resource|data)[ \t]+"[\w-]+"[ \t]+"[\w-]+"[ \t]*\{/m,
  /^[ \t]*(?:variable|module|provider|output)[ \t]+"[\w-]+"[ \t]*\{/m,
  /^[ \t]*(?:locals|statement|terraform)[ \t]*\{/m,
  /\bjsonencode[ \t]*\(/,
  /^[ \t]*\w+[ \t]*=[ \t]*(?:<<-?[ \t]*\w+|\{|\[|")/m,
];

const command =
  /^[ \t]*(?:\$[ \t]+|PS[^\n>]*>[ \t]*)?aws[ \t]+(?:--\S+[ \t]+\S+[ \t]+)?[a-z][\w-]+[ \t]+[a-z]/m;

const yaml =
  /^[ \t]*(?:-[ \t]+)?(?:AWSTemplateFormatVersion|Resources|Transform|Statement|KeyPolicy|PolicyDocument|Version|Sid|Effect)[ \t]*:/m;

/**
 * The format a text looks like, by its first words; null when it looks like none. Cheap: for a page to
 * ask with every paste, before it loads the readers.
 */
export function detectFormat(text: string): ImportFormat | null {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  const first = start[0] ?? '';
  if (first === '{' || first === '[' || first === '"') {
    if (/^[{[][\s{]*(?:#[^\n]*\n\s*)*(?:\w+|"[\w:]+")[ \t]*=/.test(start)) return 'terraform';
    return /"Resources"\s*:/.test(start) && cloudFormationResource.test(start)
      ? 'cloudformation-json'
      : 'json';
  }
  if (terraform.some((pattern) => pattern.test(start))) return 'terraform';
  if (command.test(start)) return 'cli';
  return yaml.test(start) ? 'cloudformation-yaml' : null;
}
