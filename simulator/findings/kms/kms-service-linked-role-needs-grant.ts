import { parseCaller } from '../../match/caller.ts';
import { appendStatement } from '../../policy/edit.ts';
import { fixByEdit } from '../fix.ts';
import type { Rule } from '../types.ts';

/**
 * Services with a role of their own, such as EC2 Auto Scaling, use the key through grants that the role
 * creates. Source: Amazon EC2 Auto Scaling User Guide, "Required AWS KMS key policy".
 */
export const kmsServiceLinkedRoleNeedsGrant = {
  code: 'KMS_SERVICE_LINKED_ROLE_NEEDS_GRANT',
  kinds: ['key'],
  severity: 'warning',
  *find({ text, statements }) {
    const granting = new Set(
      statements
        .filter(({ allow, actions }) => allow && actions.has('CreateGrant'))
        .flatMap(({ principals }) => principals.map(({ value }) => value)),
    );
    if (granting.has('*')) return;
    for (const { allow, actions, principals } of statements) {
      if (!allow || !actions.has('Decrypt')) continue;
      for (const { type, value, range } of principals) {
        if (type !== 'AWS' || granting.has(value) || !parseCaller(value)?.serviceLinked) continue;
        const edited = appendStatement(text, {
          Effect: 'Allow',
          Principal: { AWS: value },
          Action: 'kms:CreateGrant',
          Resource: '*',
          Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        });
        const what = 'kms:CreateGrant for AWS services';
        yield {
          range,
          data: { role: value.slice(value.lastIndexOf('/') + 1) },
          fixes: fixByEdit('addStatement', { what }, text, edited),
        };
      }
    }
  },
} as const satisfies Rule;
