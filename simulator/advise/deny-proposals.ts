import { textOf } from '../access/documents.ts';
import { addCondition, addToList, removeFromList, removeStatement } from '../policy/edit.ts';
import { edit, labelOf, nameOf, type Proposal, placeOf, statementAt } from './policy-edit.ts';
import type { Situation } from './situation.ts';

/** What could be done about the first Deny statement that matches. */
export function aboutDeny(situation: Situation): readonly Proposal[] {
  const denier = situation.step.statements.find(({ matched }) => matched);
  const place = denier && placeOf(denier, situation);
  if (denier === undefined || place === undefined) return [];
  const { action, caller } = situation;
  const text = textOf(place.input);
  const statement = statementAt(place, denier.index);
  const data = { statement: labelOf(denier), action: action.full, principal: nameOf(situation) };
  const shared = place.kind !== 'identity' && place.kind !== 'boundary' && place.kind !== 'session';
  const [operator, key] =
    caller.account === null
      ? ['StringNotEquals', 'aws:PrincipalServiceName']
      : ['ArnNotEquals', 'aws:PrincipalArn'];
  const withoutAction = statement?.action?.negated
    ? addToList(text, denier.index, 'NotAction', action.full)
    : removeFromList(text, denier.index, 'Action', (value) => value.toLowerCase() === action.lowerCase);
  return [
    ...(shared && caller.kind !== 'anonymous'
      ? edit(
          situation,
          place,
          'exceptCaller',
          data,
          addCondition(text, denier.index, operator ?? '', key ?? '', nameOf(situation)),
        )
      : []),
    ...(situation.request.viaService !== undefined
      ? edit(
          situation,
          place,
          'exceptServices',
          data,
          addCondition(text, denier.index, 'BoolIfExists', 'aws:ViaAWSService', 'false'),
        )
      : []),
    ...edit(situation, place, 'removeActionFromDeny', data, withoutAction),
    ...edit(situation, place, 'removeDeny', data, removeStatement(text, denier.index)),
  ];
}
