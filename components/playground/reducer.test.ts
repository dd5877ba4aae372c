import { describe, expect, it } from 'vitest';
import { emptyAccount } from '@/lib/model/account.ts';
import { emptyRequest, type PlaygroundState } from '@/lib/model/playground.ts';
import { ask, editText, toggleStatement } from './edits.ts';
import { type Bench, type BenchAction, openBench, reduceBench } from './reducer.ts';

const role = 'arn:aws:iam::111122223333:role/app';
const statement = {
  Sid: 'Use',
  Effect: 'Allow',
  Principal: { AWS: role },
  Action: 'kms:Decrypt',
  Resource: '*',
};
const key = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const start: PlaygroundState = {
  version: 2,
  scenario: 'test',
  world: {
    accounts: [{ id: '111122223333', name: 'Key owner' }],
    organization: null,
    identities: [{ arn: role, name: 'app' }],
    keys: [{ arn: key }],
  },
  documents: [
    {
      id: 'key-policy',
      kind: 'key',
      name: 'Key policy',
      text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
      disabled: [],
    },
  ],
  request: { ...emptyRequest, principal: role, action: 'kms:Decrypt', key, resource: key },
  savedRequests: [],
  baseline: null,
  account: emptyAccount,
};

const run = (...actions: BenchAction[]): Bench =>
  actions.reduce((bench, action) => reduceBench(bench, action), openBench(start));
const edit = (text: string, at = 0): BenchAction => editText('key-policy', text, at);
const verdict = ({ settled }: Bench) => settled.decision?.verdict;
const text = ({ present }: Bench) => present.documents[0]?.text;

describe('the decision', () => {
  it('is there from the start', () => {
    expect(verdict(run())).toBe('Allowed');
  });

  it('follows a statement switched off and on again', () => {
    const off = toggleStatement('key-policy', 0);
    expect(verdict(run(off))).toBe('ImplicitlyDenied');
    expect(verdict(run(off, off))).toBe('Allowed');
  });

  it('stays, marked as stale, while the JSON is broken, and moves on once it is whole', () => {
    const broken = run(edit('{'));
    expect(verdict(broken)).toBe('Allowed');
    expect(broken.settled.stale).toEqual({ because: 'document', document: 'key-policy', line: 1 });
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
    const bench = run(ask({ principal: 'arn:aws:iam::1:' }, 0));
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
    expect(run({ type: 'redo' }).present).toBe(start);
  });

  it('is taken back by redo, until something else is changed', () => {
    const back = run(edit('{', 0), edit('{}', 5000), { type: 'undo' }, { type: 'undo' });
    expect(text(reduceBench(back, { type: 'redo' }))).toBe('{');
    const again = reduceBench(reduceBench(back, { type: 'redo' }), { type: 'redo' });
    expect(text(again)).toBe('{}');
    const changed = reduceBench(back, edit('[]', 9000));
    expect(reduceBench(changed, { type: 'redo' })).toBe(changed);
  });
});

describe('saved requests', () => {
  it('are asked again after every change, and told apart by what was wanted of them', () => {
    const saved = { id: 'app', name: 'app decrypts', request: start.request, want: 'Allowed' as const };
    const asked = run({ type: 'change', edit: (state) => ({ ...state, savedRequests: [saved] }) });
    expect(asked.settled.saved).toEqual([{ id: 'app', verdict: 'Allowed', passed: true }]);
    const off = reduceBench(asked, toggleStatement('key-policy', 0));
    expect(off.settled.saved).toEqual([{ id: 'app', verdict: 'ImplicitlyDenied', passed: false }]);
  });
});
