import { textOf } from '../access/documents.ts';
import type { StatementResult } from '../authorize/types.ts';
import { addCondition, addPrincipal, addToList, removeCondition, setMember } from '../policy/edit.ts';
import { parseOperator } from '../policy/operators.ts';
import { edit, labelOf, nameOf, type Proposal, placeOf, statementAt } from './policy-edit.ts';
import type { Situation } from './situation.ts';

/** Statements of the silent step that miss the request by one element. */
export function nearEdits(situation: Situation): readonly Proposal[] {
  return situation.step.statements
    .filter(({ effect, matched }) => effect === 'Allow' && !matched)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, 4)
    .flatMap((result) => nearEdit(result, situation));
}

function nearEdit(result: StatementResult, situation: Situation): readonly Proposal[] {
  const place = placeOf(result, situation);
  const statement = place && statementAt(place, result.index);
  const failed = result.elements.at(-1);
  if (place === undefined || statement === undefined || failed === undefined) return [];
  const total = (statement.principal ? 1 : 0) + 2 + statement.conditions.length;
  if (Math.round(result.nearness * total) !== total - 1) return [];
  const { action, caller, resource } = situation;
  const text = textOf(place.input);
  const { index } = result;
  const data = { statement: labelOf(result), action: action.full, principal: nameOf(situation), resource };
  switch (failed.element) {
    case 'Action':
      return statement.action && !statement.action.negated
        ? edit(situation, place, 'addAction', data, addToList(text, index, 'Action', action.full))
        : [];
    case 'Principal': {
      if (!statement.principal || statement.principal.negated || caller.kind === 'anonymous') return [];
      const type = caller.account === null ? 'Service' : 'AWS';
      return edit(situation, place, 'addPrincipal', data, addPrincipal(text, index, type, nameOf(situation)));
    }
    case 'Resource': {
      if (!statement.resource || statement.resource.negated) return [];
      const edited =
        place.kind === 'key'
          ? setMember(text, index, 'Resource', '*')
          : addToList(text, index, 'Resource', resource);
      return edit(situation, place, 'fixResource', data, edited);
    }
    case 'Condition': {
      const operator = parseOperator(failed.operator ?? '');
      const { operator: name = '', key = '', found } = failed;
      const more = { ...data, operator: name, key, value: found[0] ?? '' };
      const widens =
        operator !== null && operator.row.type !== 'Null' && !operator.row.negated && found.length === 1;
      return [
        ...(widens
          ? edit(
              situation,
              place,
              'widenCondition',
              more,
              addCondition(text, index, name, key, found[0] ?? ''),
            )
          : []),
        ...edit(situation, place, 'removeCondition', more, removeCondition(text, index, name, key)),
      ];
    }
  }
}
