'use client';
import type { CallStep, StepInput } from '@/lib/model/account.ts';
import type { KeyView } from '@/lib/model/account-view.ts';
import type { StepOutcome } from '@/lib/model/account-world.ts';
import { useTools } from '../account-context.ts';
import { accountOf } from '../words.ts';

export type KeyCall = (
  operation: CallStep['operation'],
  input?: StepInput,
  idMember?: 'KeyId' | 'TargetKeyId' | null,
) => Promise<StepOutcome | null>;

/** Calls operations on a key in its Region; another account names it by its ARN. */
export function useKeyCall(target: KeyView): KeyCall {
  const { call, caller } = useTools();
  const id = accountOf(caller.arn) === target.account ? target.keyId : target.arn;
  return (operation, input = {}, idMember = 'KeyId') =>
    call(operation, { ...(idMember && { [idMember]: id }), ...input }, { region: target.region });
}
