/* KMS actions: those that the policy and the key can make use of, and the usual patterns over them. */
import { type ActionName, actionNames, actions } from '../../catalog/actions.ts';
import { actionSentences, patternSentences } from '../../explain/actions.ts';
import { actionsOfPattern } from '../../findings/context.ts';
import { obstacleTo } from '../../findings/kms/kms-action-not-for-key.ts';
import { memberNamed, textsOf } from '../slot.ts';
import type { Completion, LanguageContext } from '../types.ts';
import { keyOf, specRowOf } from '../world.ts';
import { type Scene, stringItem } from './item.ts';

/** Whether an action can have an effect in this kind of policy, on this key. */
function isOfUse(name: ActionName, context: LanguageContext): boolean {
  if (context.kind !== 'key') return true;
  const row = actions[name];
  if (row.resource === 'account' || name === 'RetireGrant') return false;
  const key = keyOf(context);
  return key === null || obstacleTo(name, key) === null;
}

/** Words for the kinds of keys that a cryptographic action fits; empty where every key will do. */
export function keysOfAction(name: ActionName): string {
  const fitting = Object.entries(kinds).filter(([, key]) => obstacleTo(name, key) === null);
  if (fitting.length === Object.keys(kinds).length || actions[name].resource === 'account') return '';
  return fitting.map(([words]) => words).join(', ');
}

/** One key for each kind that readers tell apart. */
const kinds = {
  'symmetric encryption': { keySpec: 'SYMMETRIC_DEFAULT', keyUsage: 'ENCRYPT_DECRYPT' },
  'RSA and SM2 encryption': { keySpec: 'RSA_2048', keyUsage: 'ENCRYPT_DECRYPT' },
  signing: { keySpec: 'ECC_NIST_P256', keyUsage: 'SIGN_VERIFY' },
  HMAC: { keySpec: 'HMAC_256', keyUsage: 'GENERATE_VERIFY_MAC' },
  'key agreement': { keySpec: 'ECC_NIST_P256', keyUsage: 'KEY_AGREEMENT' },
  'ML-KEM': { keySpec: 'ML_KEM_512', keyUsage: 'ENCAPSULATE_DECAPSULATE' },
} as const;

function documentationOf(name: ActionName): string {
  const fits = keysOfAction(name);
  return `${actionSentences[name]}${fits && ` For keys of these kinds: ${fits}.`}`;
}

export function actionItems(scene: Scene): readonly Completion[] {
  const { context, statement, place } = scene;
  const listed = new Set(
    textsOf(memberNamed(statement, 'Action', 'NotAction')).map((value) => value.toLowerCase()),
  );
  // What the caret is in is not there yet.
  listed.delete(scene.text.slice(place.range.start, place.range.end).replaceAll('"', '').toLowerCase());
  const isNew = (value: string) => !listed.has(value.toLowerCase());
  const useful = actionNames.filter((name) => isOfUse(name, context));
  const single = useful
    .filter((name) => isNew(`kms:${name}`))
    .map((name) => {
      const { level, grantable } = actions[name];
      const known = specRowOf(keyOf(context)) !== null && grantable;
      return stringItem(scene, {
        label: `kms:${name}`,
        kind: 'action',
        detail: level,
        documentation: documentationOf(name),
        rank: known ? 0 : 1,
      });
    });
  const patterns = Object.entries(patternSentences)
    .filter(([pattern]) => isNew(pattern) && actionsOfPattern(pattern).some((name) => useful.includes(name)))
    .map(([label, documentation]) =>
      stringItem(scene, { label, kind: 'action', detail: 'pattern', documentation, rank: 2 }),
    );
  return [...single, ...patterns];
}
