import { rcpServices } from '../../catalog/service-prefixes.ts';
import { isFullAccess } from './shared/full-access.ts';
import { defineRule } from './shared/rule.ts';

export const rcpSyntaxErrorAction = defineRule({
  code: 'RCP_SYNTAX_ERROR_ACTION',
  kinds: ['rcp'],
  severity: 'error',
  *find({ statements }) {
    for (const view of statements) {
      if (isFullAccess(view)) continue;
      for (const { value, range } of view.statement.action?.values ?? []) {
        const service = value.slice(0, Math.max(0, value.indexOf(':'))).toLowerCase();
        if (!rcpServices.has(service)) yield { range, data: { action: value } };
      }
    }
  },
});
