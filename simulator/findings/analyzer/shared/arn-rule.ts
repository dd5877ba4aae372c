/* What the rules about ARNs in Resource and NotResource have in common. */
import { splitArn } from '../../../match/arn.ts';
import type { Located } from '../../../policy/types.ts';
import { fixByReplacing } from '../../fix.ts';
import type { Fix, Hit } from '../../types.ts';
import { defineRule, everyKind } from './rule.ts';
import { listedOnce, resourcesOf } from './values.ts';

export interface ArnParts {
  readonly located: Located<string>;
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

type Part = Exclude<keyof ArnParts, 'located'>;

const positions: Readonly<Record<Part, number>> = {
  partition: 1,
  service: 2,
  region: 3,
  account: 4,
  resource: 5,
};

/** ARNs of six parts. A variable can hold colons, so that an ARN is only split up to its first one. */
export const arnsOf = listedOnce(function* (context): Generator<ArnParts> {
  for (const located of resourcesOf(context)) {
    const parts = located.value.startsWith('arn:') ? splitArn(located.value) : null;
    if (parts === null || parts.slice(0, 5).some((part) => part.includes('${'))) continue;
    const [, partition = '', service = '', region = '', account = '', resource = ''] = parts;
    yield { located, partition, service, region, account, resource };
  }
});

export function withPart({ located }: ArnParts, part: Part, by: string): readonly Fix[] {
  const parts = [...(splitArn(located.value) ?? [])];
  parts[positions[part]] = by;
  return fixByReplacing(located, parts.join(':'));
}

export const hit = (arn: ArnParts, data: Hit['data'] = {}, fixes: readonly Fix[] = []): Hit => ({
  range: arn.located.range,
  data: { arn: arn.located.value, ...data },
  fixes,
});

export const arnRule = <const Code extends string>(code: Code, look: (arn: ArnParts) => Hit | null) =>
  defineRule({
    code,
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const arn of arnsOf(context)) {
        const found = look(arn);
        if (found !== null) yield found;
      }
    },
  });
