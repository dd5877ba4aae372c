/*
 * The simulated account as one value: what has been done to a world since the lab's documents described it. The world
 * itself is never kept. It answers the same calls in the same way, so that it comes out of these steps again.
 */
import { z } from 'zod';
import { operations } from '@/simulator/catalog/operations.ts';
import type { OperationName } from '@/simulator/catalog/types.ts';
import { worldChangesSchema } from './world-changes.ts';
import { accountDefinitionSchema } from './world-definition.ts';

export const maxSteps = 500;
/** How long a shared world may take to come out of its steps: repeated calls, and years of rotations. */
export const maxCalls = 100_000;
export const maxYears = 200;

const arn = z.string().max(2048);
const label = z.string().max(256);

const callerSchema = z.strictObject({
  arn,
  /** The Region whose endpoint is called. */
  region: z.exactOptional(z.string().max(32)),
  sourceIp: z.exactOptional(z.string().max(64)),
  vpcEndpoint: z.exactOptional(z.string().max(128)),
  context: z.exactOptional(
    z
      .record(label, z.union([z.string().max(2048), z.array(z.string().max(2048)).max(50)]))
      .refine((context) => Object.keys(context).length <= 50),
  ),
});

/** What is sent, as AWS JSON has it: blobs as base64, times as seconds since 1970. */
const inputSchema = z
  .record(z.string().max(64), z.json())
  .refine((input) => JSON.stringify(input).length <= 200_000, 'too long');

const operationNames = Object.keys(operations) as [OperationName, ...OperationName[]];

const callSchema = z.strictObject({
  type: z.literal('call'),
  caller: callerSchema,
  operation: z.enum(operationNames),
  input: inputSchema,
  /** The same call this many times, one after the other. Left out: once. */
  times: z.exactOptional(z.int().min(2).max(10_000)),
});

const useSchema = z.strictObject({
  type: z.literal('use'),
  caller: callerSchema,
  service: z.string().max(40),
  verb: z.string().max(40),
  input: inputSchema,
  /** Position of the step that stored what this one reads, attaches or writes to. */
  of: z.exactOptional(z.int().min(0).max(maxSteps)),
});

const span = (max: number) => z.exactOptional(z.int().min(0).max(max));

const advanceSchema = z.strictObject({
  type: z.literal('advance'),
  duration: z.strictObject({
    years: span(maxYears),
    days: span(maxYears * 366),
    hours: span(100_000),
    minutes: span(100_000),
    seconds: span(200_000_000),
  }),
});

/**
 * The lab's documents were changed: policies, identities and organization are as they say from here on. `lab` is the
 * world as the lab describes it then, to be held against what it says later.
 */
const amendSchema = z.strictObject({
  type: z.literal('amend'),
  changes: worldChangesSchema,
  lab: accountDefinitionSchema,
});

const stepSchema = z.discriminatedUnion('type', [callSchema, useSchema, advanceSchema, amendSchema]);

export type CallStep = z.infer<typeof callSchema>;
export type UseStep = z.infer<typeof useSchema>;
export type AccountCaller = z.infer<typeof callerSchema>;
export type StepInput = CallStep['input'];

export type AccountStep = z.infer<typeof stepSchema>;

const secondsOf = { years: 31_536_000, days: 86_400, hours: 3600, minutes: 60, seconds: 1 } as const;

/** How far the clock is moved by these steps, in seconds. */
function secondsPassed(steps: readonly AccountStep[]): number {
  const units = Object.keys(secondsOf) as (keyof typeof secondsOf)[];
  return steps
    .flatMap((step) => (step.type === 'advance' ? [step.duration] : []))
    .reduce(
      (sum, duration) => sum + units.reduce((s, unit) => s + (duration[unit] ?? 0) * secondsOf[unit], 0),
      0,
    );
}

const callsOf = (step: AccountStep) => (step.type === 'call' ? (step.times ?? 1) : 0);

/** Whether these steps stay within what a page will carry out again when it is opened. */
export function isWithinLimits(steps: readonly AccountStep[]): boolean {
  return (
    steps.length <= maxSteps &&
    steps.reduce((sum, step) => sum + callsOf(step), 0) <= maxCalls &&
    secondsPassed(steps) <= maxYears * secondsOf.years
  );
}

export const accountSchema = z.strictObject({
  /** The lab's world as the first step found it. Absent as long as there is no step. */
  began: z.exactOptional(accountDefinitionSchema),
  steps: z.array(stepSchema).max(maxSteps).refine(isWithinLimits, 'more than is carried out again'),
});

export type Account = z.infer<typeof accountSchema>;

export const emptyAccount: Account = { steps: [] };
