import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { layWire } from './wire.ts';

async function wireToServer() {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '');
    answer.end('heard');
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const wire = await layWire(`http://localhost:${(server.address() as AddressInfo).port}`);
  onTestFinished(async () => {
    await wire.stop();
    server.closeAllConnections();
    server.close();
  });
  const ask = async (path: string, signal?: AbortSignal) =>
    (await fetch(wire.url + path, { signal: signal ?? null })).text();
  return { wire, ask, asked };
}

test('undisturbed it passes on what is asked and answered', async () => {
  const { ask } = await wireToServer();
  expect(await ask('/')).toBe('heard');
});

test('a held answer never comes, but the server heard; new questions are answered again', async () => {
  const { wire, ask, asked } = await wireToServer();
  wire.holdAnswers();
  const given = new AbortController();
  const waiting = ask('/book', given.signal).then(
    () => 'answered',
    () => 'nothing',
  );
  await expect.poll(() => asked).toEqual(['/book']);
  wire.answerNewOnes();
  expect(await ask('/again')).toBe('heard');
  given.abort();
  expect(await waiting).toBe('nothing');
});

test('cut it refuses; mended it passes again', async () => {
  const { wire, ask, asked } = await wireToServer();
  wire.cut();
  await expect(ask('/cut')).rejects.toThrow();
  expect(asked).toEqual([]);
  wire.mend();
  expect(await ask('/mended')).toBe('heard');
});
