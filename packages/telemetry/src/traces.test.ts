import { expect, test } from 'vitest';
import { beginRequest, isTraced, tracedFor, traceIdOf } from './traces.ts';

test('the number of a request is that of its trace; what is no such number has no trace', () => {
  expect(traceIdOf('32ba2c5d-33bb-42de-92e2-8a76e86c296a')).toBe('32ba2c5d33bb42de92e28a76e86c296a');
  expect([traceIdOf(null), traceIdOf(''), traceIdOf('of somebody else')]).toEqual([undefined, undefined, undefined]);
});

test('untraced, work is done and nothing else', async () => {
  expect(isTraced()).toBe(false);
  expect(beginRequest('32ba2c5d-33bb-42de-92e2-8a76e86c296a', 'GET /', {})).toBeUndefined();
  expect(await tracedFor(null, { name: 'mail', kind: 'consumer', attributes: {} }, async () => 'done')).toBe('done');
});
