/* A step as the command that would make the same call. The AWS CLI takes blobs as base64. */
import { commandName } from '@/components/request/cli-command.ts';
import { shellWord } from '@/lib/convert/shell-word.ts';
import type { AccountStep } from '@/lib/model/account.ts';
import type { JsonValue } from '@/lib/model/account-inputs.ts';

const shownLength = 120;

/** The `aws kms` command of a call; null for what is no call of somebody. */
export function commandOf(step: AccountStep, region: string): string | null {
  if (step.type !== 'call') return null;
  const { operation, input, caller } = step;
  const options = Object.entries(input).map(([name, value]) => option(name, value));
  return [`aws kms ${commandName(operation)}`, ...options, `--region ${caller.region ?? region}`].join(
    ' \\\n  ',
  );
}

function option(name: string, value: JsonValue): string {
  const flag = commandName(name);
  if (typeof value === 'boolean') return value ? `--${flag}` : `--no-${flag}`;
  if (typeof value === 'string') return `--${flag} ${shellWord(shorter(name, value))}`;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return `--${flag} ${value.map(shellWord).join(' ')}`;
  }
  return `--${flag} ${shellWord(typeof value === 'number' ? `${value}` : JSON.stringify(value))}`;
}

/** Long texts go by a file, as people would send them. */
function shorter(name: string, value: string): string {
  if (value.length <= shownLength) return value;
  return name === 'Policy' ? 'file://key-policy.json' : `fileb://${commandName(name)}.bin`;
}
