import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { ALERTS } from './alerts.ts';
import { putAlerts } from './put-alerts.ts';

/** Keeps alerts as Sentry does: a list, one by its id, and nobody without a token. */
async function sentry() {
  const kept = new Map<string, { name: string }>([['7', { name: 'Of somebody else' }]]);
  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== 'Bearer a-token') return response.writeHead(401).end('{"detail":"no"}');
    const id = /^\/api\/0\/projects\/salon\/api\/rules\/(?:(\d+)\/)?$/.exec(request.url ?? '');
    if (id === null) return response.writeHead(404).end('{}');
    if (request.method === 'GET') return response.end(JSON.stringify([...kept].map(([id, rule]) => ({ id, ...rule }))));
    kept.set(id[1] ?? String(kept.size + 100), (await json(request)) as { name: string });
    return response.end('{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return { kept, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('alerts are put where errors are told, and put again they are not there twice', async () => {
  const { kept, url } = await sentry();
  const project = { url, org: 'salon', project: 'api', token: 'a-token' };
  expect(await putAlerts(project, ALERTS)).toEqual(ALERTS.map(({ name }) => `made: ${name}`));
  expect(await putAlerts(project, ALERTS)).toEqual(ALERTS.map(({ name }) => `replaced: ${name}`));
  expect([...kept.values()]).toEqual([{ name: 'Of somebody else' }, ...ALERTS]);
  await expect(putAlerts({ ...project, token: 'another' }, ALERTS)).rejects.toThrow('401');
});

test('an alert asks only for labels that reports bear, with values that the product gives', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const given: Record<string, string> = {
    fault: read('apps/api/src/plugins/error-reports.ts'),
    feature: read('apps/api/src/features/login/sign-in.routes.ts') + read('apps/web/src/reports/area-of.ts'),
  };
  const asked = ALERTS.flatMap(({ filters }) => filters).filter(({ id }) => id.endsWith('TaggedEventFilter'));
  expect(asked).not.toEqual([]);
  for (const { key, value } of asked) expect(given[String(key)], `${key}=${value}`).toContain(`'${value}'`);
});
