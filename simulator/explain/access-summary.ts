import type { AccessChange, AccessDiff, KnownPrincipal } from '../access/types.ts';

/** More than this is counted, not listed. */
const most = 3;

function nameOf({ principal, origin, account }: KnownPrincipal): string {
  if (origin === 'account') return `others of account ${account}`;
  if (origin === 'outsider') return 'anybody of other accounts';
  if (origin === 'root') return `the root user of ${account}`;
  return principal.startsWith('arn:') ? principal.split(':').slice(5).join(':') : principal;
}

function phrase(verb: 'gain' | 'lose', { principal, conditions, actions }: AccessChange): string {
  const names = actions.map(({ action }) => action.replace(/^kms:/, ''));
  const shown = names.slice(0, most).join(', ');
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  const when = Object.keys(conditions).length > 0 ? ' under conditions' : '';
  return `${nameOf(principal)} ${verb}${principal.origin === 'account' ? '' : 's'} ${shown}${more}${when}`;
}

/** Who gains and who loses what, in a line. */
export function summarizeAccess({ gains, losses, notes }: AccessDiff): string {
  if (notes.length > 0) return 'access not compared, since AWS would refuse the policy';
  const phrases = [
    ...losses.map((change) => phrase('lose', change)),
    ...gains.map((change) => phrase('gain', change)),
  ];
  if (phrases.length === 0) return 'access stays as it is';
  const more = phrases.length > most ? `; and ${phrases.length - most} more` : '';
  return `${phrases.slice(0, most).join('; ')}${more}`;
}
