import { expect, test } from 'vitest';
import { Trail, type TrailRecord } from './trail.ts';

const record = (at: number): TrailRecord => ({
  kind: 'serviceEvent',
  name: 'RotateKey',
  at,
  eventId: `${at}`,
  requestId: null,
  region: 'us-east-1',
  account: null,
  caller: null,
  parameters: null,
  response: null,
  resources: [],
  error: null,
  details: {},
});

function trailOf(length: number): Trail {
  const trail = new Trail();
  for (let i = 0; i < length; i++) trail.append(record(i));
  return trail;
}

test('records are found by position, over the borders of pages', () => {
  const trail = trailOf(3000);
  expect(trail.length).toBe(3000);
  expect([0, 1023, 1024, 2999].map((i) => trail.at(i)?.at)).toEqual([0, 1023, 1024, 2999]);
  expect(trail.at(-1)?.at).toBe(2999);
  expect(trail.at(3000)).toBeUndefined();
  expect(trail.slice(1022, 1026).map(({ at }) => at)).toEqual([1022, 1023, 1024, 1025]);
  expect([...trail]).toHaveLength(3000);
});

test('a fork shares the past, not the future', () => {
  const trail = trailOf(1500);
  const fork = trail.fork();
  fork.append(record(-1));
  expect(trail.length).toBe(1500);
  expect(fork.length).toBe(1501);
  expect(fork.toPages()[0]).toBe(trail.toPages()[0]);
});

test('pages that were handed out stay as they are', () => {
  const trail = trailOf(10);
  const pages = trail.toPages();
  trail.append(record(10));
  expect(pages[0]).toHaveLength(10);
  const restored = new Trail(pages);
  restored.append(record(11));
  expect(pages[0]).toHaveLength(10);
});

test('what is the same in many records is kept once', () => {
  const trail = new Trail();
  const caller = {
    arn: 'arn:aws:iam::111122223333:user/Alice',
    viaService: null,
    sourceIp: null,
    vpcEndpoint: null,
  };
  const call = (at: number): TrailRecord => ({ ...record(at), kind: 'call' });
  for (const at of [0, 1]) trail.append({ ...call(at), caller: { ...caller }, resources: ['arn:a'] });
  trail.append({ ...call(2), caller: { ...caller, sourceIp: '192.0.2.1' } });
  const [first, second, third] = trail.slice(0);
  expect(second?.caller).toBe(first?.caller);
  expect(second?.resources).toBe(first?.resources);
  expect(third?.caller).toEqual({ ...caller, sourceIp: '192.0.2.1' });
});
