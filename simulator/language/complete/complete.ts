import { placeAt } from '../place.ts';
import { type Slot, slotOf, statementAround } from '../slot.ts';
import type { Completion, LanguageContext } from '../types.ts';
import { actionItems } from './actions.ts';
import {
  documentElementItems,
  effectItems,
  principalTypeItems,
  statementElementItems,
  versionItems,
  wholePrincipalItems,
} from './elements.ts';
import type { Scene } from './item.ts';
import { conditionKeyItems } from './keys.ts';
import { conditionBlockItems, operatorBlockItems, operatorItems } from './operators.ts';
import { principalItems } from './principals.ts';
import { resourceItems } from './resources.ts';
import { statementItems } from './statements.ts';
import { conditionValueItems } from './values.ts';
import { variableItems } from './variables.ts';

/** What can be put in at a place of any text, best first. */
export function completionsAt(text: string, offset: number, context: LanguageContext): readonly Completion[] {
  const place = placeAt(text, offset);
  const slot = place && slotOf(place);
  if (place === null || slot === null) return [];
  const scene: Scene = { text, context, place, statement: statementAround(text, place) };
  const items = variableItems(scene, slot) ?? itemsOf(scene, slot);
  return [...items].sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
}

function itemsOf(scene: Scene, slot: Slot): readonly Completion[] {
  switch (slot.at) {
    case 'policy':
    case 'statementList':
    case 'statement':
      return scene.place.typed === '' ? statementItems(scene, slot.at) : [];
    case 'documentElement':
      return documentElementItems(scene);
    case 'version':
      return versionItems(scene);
    case 'statementElement':
      return statementElementItems(scene);
    case 'sid':
      return [];
    case 'effect':
      return effectItems(scene);
    case 'principal':
      return wholePrincipalItems(scene);
    case 'principalType':
      return principalTypeItems(scene);
    case 'principalOfType':
      return principalItems(scene, slot.type);
    case 'action':
      return actionItems(scene);
    case 'resource':
      return resourceItems(scene);
    case 'conditionBlock':
      return conditionBlockItems(scene);
    case 'operator':
      return operatorItems(scene);
    case 'operatorBlock':
      return operatorBlockItems(scene, slot.operator);
    case 'conditionKey':
      return conditionKeyItems(scene, slot.operator);
    case 'conditionValue':
      return conditionValueItems(scene, slot.operator, slot.key);
  }
}
