import { defineRule, kindsOfIam } from './shared/rule.ts';

export const unsupportedSid = defineRule({
  code: 'UNSUPPORTED_SID',
  kinds: kindsOfIam,
  severity: 'error',
  *find({ statements }) {
    for (const { sid } of statements.map(({ statement }) => statement)) {
      if (sid && /[^A-Za-z0-9]/.test(sid.value)) yield { range: sid.range, data: { sid: sid.value } };
    }
  },
});
