import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

type Service = {
  readonly name: string;
  readonly type: string;
  readonly region: string;
  readonly healthCheckPath?: string;
  readonly maxShutdownDelaySeconds?: number;
  readonly envVars?: readonly { readonly key?: string; readonly value?: string }[];
  readonly [more: string]: unknown;
};

const { services, databases } = parse(readFileSync('render.yaml', 'utf8')) as Record<
  'services' | 'databases',
  Service[]
>;
const called = (name: string) => [...services, ...databases].find((one) => one.name === name);

test('all of it is in Frankfurt, and nobody from outside reaches database and queue', () => {
  expect(new Set([...services, ...databases].map(({ region }) => region))).toEqual(new Set(['frankfurt']));
  expect([called('salon-db')?.ipAllowList, called('salon-queue')?.ipAllowList]).toEqual([[], []]);
  expect(called('salon-queue')).toMatchObject({ maxmemoryPolicy: 'noeviction' });
});

test('a database that is away takes no API process out, and the schema is there before a new one starts', () => {
  expect(called('salon-api')).toMatchObject({
    scaling: { minInstances: 2 },
    healthCheckPath: '/api/system/live',
    preDeployCommand: expect.stringContaining('scripts/db/migrate.ts'),
  });
});

test.each(['salon-api', 'salon-worker'])('%s may finish what it was asked before it is killed', (name) => {
  const { envVars = [], maxShutdownDelaySeconds = 0 } = called(name) ?? {};
  const drain = Number(envVars.find(({ key }) => key === 'DRAIN_SECONDS')?.value ?? 0);
  // After that requests have eight seconds (apps/api/src/server.ts), mails ten (apps/worker/src/process.ts).
  expect(maxShutdownDelaySeconds).toBeGreaterThan(drain + 10);
});
