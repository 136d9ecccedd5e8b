import { createTestDatabase } from '@salon/db/test/test-database';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { makeLog } from './log.ts';

const NAME = 'Wilhelmine Ohnesorg';

test('what PostgreSQL and a mail server repeat of somebody does not reach a log line', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const client = new pg.Client(database.url);
  await client.connect();
  const lines: string[] = [];
  const log = makeLog('info', { write: (line) => lines.push(line) });
  const wrongs = [
    `select '${NAME}'::uuid`,
    `create temp table twice (name text unique); insert into twice values ('${NAME}'), ('${NAME}')`,
    `create temp table none (name text check (name = '')); insert into none values ('${NAME}')`,
  ];
  for (const wrong of wrongs) {
    const err: unknown = await client.query(wrong).catch((thrown: unknown) => thrown);
    expect(err, wrong).toBeInstanceOf(Error);
    log.error({ err }, 'failed');
  }
  await client.end();
  log.error({ err: new Error(`550 5.1.1 <wilhelmine@ohnesorg.example>: user "${NAME}" unknown`) }, 'failed');

  expect(lines).toHaveLength(4);
  expect(lines.map((line) => JSON.parse(line).err.code).slice(0, 3)).toEqual(['22P02', '23505', '23514']);
  expect(lines.join('').toLowerCase()).not.toMatch(/wilhelmine|ohnesorg/);
});
