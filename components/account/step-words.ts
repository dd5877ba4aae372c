/* Steps in words, for the line that says what just happened. */
import type { AccountStep } from '@/lib/model/account.ts';
import { findVerb } from '@/lib/model/account-services.ts';
import { services } from '@/simulator/catalog/services.ts';
import { plural, principalName } from './words.ts';

const names: Readonly<Record<string, { readonly name: string }>> = services;

/** `Encrypt by role app`, `Amazon S3, PutObject by root user`, `3 years`. */
export function stepTitle(step: AccountStep): string {
  switch (step.type) {
    case 'call': {
      const times = step.times === undefined ? '' : ` ${plural(step.times, 'time')},`;
      return `${step.operation},${times} by ${principalName(step.caller.arn)},`;
    }
    case 'use': {
      const service = Object.hasOwn(names, step.service) ? names[step.service]?.name : step.service;
      return `${service}, ${findVerb(step.service, step.verb)?.name ?? step.verb} by ${principalName(step.caller.arn)},`;
    }
    case 'advance':
      return spanText(step.duration);
    case 'amend':
      return 'Taking over what changed in the policy lab';
  }
}

const units = [
  ['year', 31_536_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

type Duration = Extract<AccountStep, { type: 'advance' }>['duration'];

/** A span by its two largest units. */
function spanText({ years = 0, days = 0, hours = 0, minutes = 0, seconds = 0 }: Duration): string {
  let left = years * 31_536_000 + days * 86_400 + hours * 3600 + minutes * 60 + seconds;
  const parts: string[] = [];
  for (const [name, length] of units) {
    const count = Math.floor(left / length);
    if (count === 0) continue;
    left -= count * length;
    parts.push(plural(count, name));
  }
  return parts.slice(0, 2).join(' and ') || 'No time';
}
