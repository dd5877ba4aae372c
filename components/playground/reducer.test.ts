import { describe, expect, it } from 'vitest';
import type { PlaygroundState } from '@/lib/model/playground.ts';
import { type Bench, type BenchAction, openBench, reduceBench } from './reducer.ts';

const role = 'arn:aws:iam::111122223333:role/app';
const statement = {
  Sid: 'Use',
  Effect: 'Allow',
  Principal: { AWS: role },
  Action: 'kms:Decrypt',
  Resource: '*',
};
const start: PlaygroundState = {
  version: 1,
  scenario: 'test',
  key: { arn: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
  callers: [{ arn: role, name: 'app' }],
  documents: [
    {
      id: 'key-policy',
      kind: 'key',
      name: 'Key policy',
      text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
      disabled: [],
    },
  ],
  request: {
    principal: role,
    action: 'kms:Decrypt',
    resource: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    viaService: '',
    encryptionContext: [],
    context: [],
    sourceIp: '',
    vpcEndpoint: '',
  },
};

const run = (...actions: BenchAction[]): Bench =>
  actions.reduce((bench, action) => reduceBench(bench, action), openBench(start));
const edit = (text: string, at = 0): BenchAction => ({ type: 'edit', document: 'key-policy', text, at });
const verdict = ({ settled }: Bench) => settled.decision?.verdict;
const text = ({ present }: Bench) => present.documents[0]?.text;

describe('the decision', () => {
  it('is there from the start', () => {
    expect(verdict(run())).toBe('Allowed');
  });

  it('follows a statement switched off and on again', () => {
    const off: BenchAction = { type: 'toggle', document: 'key-policy', statement: 0 };
    expect(verdict(run(off))).toBe('ImplicitlyDenied');
    expect(verdict(run(off, off))).toBe('Allowed');
  });

  it('stays, marked as stale, while the JSON is broken, and moves on once it is whole', () => {
    const broken = run(edit('{'));
    expect(verdict(broken)).toBe('Allowed');
    expect(broken.settled.stale).toEqual({ because: 'document', document: 'key-policy' });
    const whole = reduceBench(broken, edit(start.documents[0]?.text.replace('Allow', 'Deny') ?? ''));
    expect(verdict(whole)).toBe('ExplicitlyDenied');
    expect(whole.settled.stale).toBeNull();
  });

  it('tells how long it took, but for the first one and while it is an earlier one', () => {
    let now = 0;
    const clock = () => {
      now += 3;
      return now;
    };
    expect(run().settled.milliseconds).toBeNull();
    const edited = reduceBench(run(), edit('{}'), clock);
    expect(edited.settled.stale).not.toBeNull();
    expect(edited.settled.milliseconds).toBeNull();
    expect(reduceBench(edited, { type: 'undo' }, clock).settled.milliseconds).toBe(3);
  });

  it('stays while a field of the request cannot be read, and the field keeps what was typed', () => {
    const bench = run({ type: 'ask', request: { principal: 'arn:aws:iam::1:' }, at: 0 });
    expect(verdict(bench)).toBe('Allowed');
    expect(bench.settled.stale).toEqual({ because: 'request' });
    expect(bench.settled.requestProblems).toEqual({ principal: 'malformedPrincipal' });
    expect(bench.present.request.principal).toBe('arn:aws:iam::1:');
  });

  it('is not borrowed from another scenario', () => {
    const [document] = start.documents;
    if (!document) throw new Error('the test state has a document');
    const other = { ...start, scenario: 'other', documents: [{ ...document, text: '{' }] };
    expect(run({ type: 'load', state: other, keepHistory: true }).settled.decision).toBeNull();
  });
});

describe('undo', () => {
  it('takes back keystrokes that follow closely as one, and a pause apart', () => {
    const bench = run(edit('{', 0), edit('{}', 500), edit('{} ', 5000));
    const once = reduceBench(bench, { type: 'undo' });
    expect(text(once)).toBe('{}');
    expect(text(reduceBench(once, { type: 'undo' }))).toBe(start.documents[0]?.text);
  });

  it('brings back a draft that another state replaced', () => {
    const bench = run(edit('{'), { type: 'load', state: start, keepHistory: true }, { type: 'undo' });
    expect(text(bench)).toBe('{');
  });

  it('does nothing at the start', () => {
    expect(run({ type: 'undo' }).present).toBe(start);
  });
});
