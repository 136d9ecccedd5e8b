import { createTestDatabase } from '@salon/db/test/test-database';
import { expect, onTestFinished, test } from 'vitest';
import { originHere, originInWords } from './origin.ts';

test('a result says which programs took part, the database among them', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const { versions } = await originHere(database.url, { k6: 'v1.8.1' });
  expect(versions).toEqual({
    node: process.versions.node,
    postgres: expect.stringMatching(/^18\./),
    k6: 'v1.8.1',
  });
});

test('where there is no database none is named', async () => {
  expect((await originHere()).versions).toEqual({ node: process.versions.node });
});

test('in words', () => {
  const machine = { cpu: 'AMD EPYC', cores: 2, memoryGiB: 24, system: 'Linux' };
  const versions = { node: '24.21.0', postgres: '18.4', wrk: '4.1.0' };
  expect(originInWords({ machine, date: '2026-11-22T10:00:00.000Z', commit: null, versions })).toBe(
    '2 × AMD EPYC, 24 GiB, 2026-11-22, Node 24.21.0, PostgreSQL 18.4, wrk 4.1.0',
  );
});
