import { describe, expect, it } from 'vitest';
import { examplePolicy } from '@/lib/model/example-policy.ts';
import { parsePolicy } from '@/simulator/index.ts';
import { actions, answer, callerIds, firstChoice, statementNames } from './example.ts';

const enableIam = 0;
const allowApp = 1;

describe('the example on the landing page', () => {
  it('is a policy without problems, with the statements that the switches name', () => {
    const { document, problems } = parsePolicy(examplePolicy, 'key');
    expect(problems).toEqual([]);
    expect(document?.statements.map(({ sid }) => sid?.value)).toEqual(statementNames);
  });

  it('opens with the app allowed by its own statement', () => {
    const { decision, decidedBy, lockedOut } = answer(firstChoice);
    expect(decision.verdict).toBe('Allowed');
    expect(decidedBy?.sid).toBe('AllowAppDecrypt');
    expect(lockedOut).toBe(false);
  });

  it('denies the app implicitly without its statement: the account statement only asks IAM', () => {
    const { decision, decidedBy, lockedOut } = answer({ ...firstChoice, off: [allowApp] });
    expect(decision.verdict).toBe('ImplicitlyDenied');
    expect(decision.steps.find(({ code }) => code === 'keyPolicy')?.outcome).toBe('delegates');
    expect(decidedBy).toBeUndefined();
    expect(lockedOut).toBe(false);
  });

  it('still allows the app without the account statement, but locks everybody out', () => {
    const { decision, lockedOut } = answer({ ...firstChoice, off: [enableIam] });
    expect(decision.verdict).toBe('Allowed');
    expect(lockedOut).toBe(true);
  });

  it('denies the other account whatever is switched on', () => {
    for (const off of [[], [enableIam], [allowApp]]) {
      expect(answer({ ...firstChoice, caller: 'other', off }).decision.verdict).toBe('ImplicitlyDenied');
    }
  });

  it('has an answer to everything that can be asked', () => {
    const verdicts = callerIds.flatMap((caller) =>
      actions.map((action) => answer({ caller, action, off: [] }).decision.verdict),
    );
    expect(verdicts).not.toContain('NotSimulated');
  });
});
