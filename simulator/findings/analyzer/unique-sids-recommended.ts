import { repeatedSids } from './shared/repeated-sids.ts';
import { defineRule } from './shared/rule.ts';

export const uniqueSidsRecommended = defineRule({
  code: 'UNIQUE_SIDS_RECOMMENDED',
  kinds: ['key', 'scp', 'rcp', 'endpoint', 'resource'],
  severity: 'warning',
  find: repeatedSids,
});
