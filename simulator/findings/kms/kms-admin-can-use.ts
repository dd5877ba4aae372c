import { keyUsages } from '../../catalog/key-usages.ts';
import { labelOf } from '../context.ts';
import type { Rule } from '../types.ts';

const using: ReadonlySet<string> = new Set(
  Object.values(keyUsages).flatMap(({ operations }): readonly string[] => operations),
);

/** One statement makes somebody both administrator and user of the key. */
export const kmsAdminCanUse = {
  code: 'KMS_ADMIN_CAN_USE',
  kinds: ['key'],
  severity: 'warning',
  *find({ statements, managed }) {
    for (const { allow, actions, principals, statement } of statements) {
      if (!allow || managed || !actions.has('PutKeyPolicy')) continue;
      const used = [...actions].find((name) => using.has(name.replace(/^(ReEncrypt)(From|To)$/, '$1')));
      const person = principals.find(
        ({ type, value }) => type === 'AWS' && !/^\d{12}$/.test(value) && !value.endsWith(':root'),
      );
      if (used === undefined || person === undefined) continue;
      yield {
        range: person.range,
        data: { principal: person.value, action: `kms:${used}`, statement: labelOf(statement) },
      };
    }
  },
} as const satisfies Rule;
