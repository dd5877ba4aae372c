import { repeatedSids } from './shared/repeated-sids.ts';
import { defineRule, kindsOfIam } from './shared/rule.ts';

export const uniqueSidsRequired = defineRule({
  code: 'UNIQUE_SIDS_REQUIRED',
  kinds: kindsOfIam,
  severity: 'error',
  find: repeatedSids,
});
