import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Attempt } from '../../history/attempt.ts';
import { startBurst } from './burst.ts';

type Answer = (response: ServerResponse) => void;
const ID = '0190b6c0-0000-7000-8000-000000000001';
const breakOff: Answer = (response) => response.destroy();
const overloaded: Answer = (response) => response.writeHead(503).end('{"code":"overloaded"}');
const booked: Answer = (response) => response.writeHead(201).end(`{"booking":{"id":"${ID}"},"duplicate":false}`);
const taken: Answer = (response) => response.writeHead(409).end('{"code":"slot_taken","alternatives":[{}]}');

/** An API that gives these answers one after the other, then 409 for ever, and remembers the keys it was sent. */
async function fakeApi(answers: Answer[]) {
  const keys: unknown[] = [];
  const all = Promise.withResolvers<void>();
  const server = createServer((request: IncomingMessage, response) => {
    keys.push(request.headers['idempotency-key']);
    const answer = answers.shift() ?? taken;
    request.resume().on('end', () => answer(response));
    if (answers.length === 0) all.resolve();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const folder = mkdtempSync(join(tmpdir(), 'salon-burst-'));
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });
  const log = join(folder, 'clients.jsonl');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    keys,
    /** When the last answer was asked for. */
    all: all.promise,
    burst: startBurst({ baseUrl, salons: 2, customers: 1, seed: 's', log }),
    logged: (): Attempt[] =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
  };
}

test('a customer asks again under the same key until there is an answer, and every attempt is in the log', async () => {
  const { keys, all, burst, logged } = await fakeApi([breakOff, overloaded, booked]);
  await all;
  await burst.finish();
  expect(keys.slice(0, 3)).toEqual(['s-0', 's-0', 's-0']);
  expect(logged().slice(0, 3)).toMatchObject([
    { key: 's-0', status: 0, code: null },
    { key: 's-0', status: 503, code: 'overloaded' },
    { key: 's-0', status: 201, bookingId: ID, answer: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ]);
  expect(burst.outcomes.slice(0, 3).map(({ answered }) => answered)).toEqual([false, false, true]);
  expect(burst.gaveUp).toEqual([]);
});

test('a refusal is an answer: the next wish has a key of its own', async () => {
  const { keys, all, burst, logged } = await fakeApi([taken, booked]);
  await all;
  await burst.finish();
  expect(keys.slice(0, 2)).toEqual(['s-0', 's-1']);
  expect(logged()[0]).toMatchObject({ status: 409, code: 'slot_taken', alternatives: 1, bookingId: null });
});

test('abandoned, nobody waits for an answer', async () => {
  const { all, burst, logged } = await fakeApi([() => {}]);
  await all;
  await burst.abandon();
  expect(logged()).toMatchObject([{ status: 0 }]);
  expect(burst.underWay()).toEqual([]);
});
