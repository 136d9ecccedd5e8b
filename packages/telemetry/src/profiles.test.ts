import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EnvelopeSink, startEnvelopeSink } from './test/envelope-sink.ts';

let sink: EnvelopeSink;
beforeAll(async () => {
  sink = await startEnvelopeSink();
});
afterAll(() => sink.stop());

const at = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
const PERSONAL = { name: 'Wilhelmine Ohnesorg', email: 'wilhelmine@ohnesorg.example' };

/** A program that works on requests of somebody, as many as are asked for. */
const program = (requests: string) => `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
  const { startWatching } = await import(${at('./start.ts')});
  const { beginUndertaking, endReports } = await import(${at('./reports.ts')});
  await startWatching({ part: 'api', version: '1.2.3' }, process.env);
  const person = ${JSON.stringify(PERSONAL)};
  const drawnFor = { [person.name](until) { let sum = 0; while (performance.now() < until) sum += Math.sqrt(sum + 1); return sum; } };
  for (let request = 0; request < ${requests}; request++) {
    const undertaking = beginUndertaking(null, { name: 'POST /book', op: 'http.server' });
    undertaking.within(() => new Function('draw', 'draw(performance.now() + 50) //# sourceURL=/b/' + person.email)(drawnFor[person.name]));
    undertaking.end({ tags: {} });
    await new Promise(setImmediate);
  }
  await endReports();
  console.log(JSON.stringify({ profilers: loaded.filter((url) => /profiling-node|cpu-profiler/.test(url)).length }));
  process.exit(0);`;

/** Runs it, as one of our projects; says what it wrote, once it has ended. */
function run(project: number, requests: string, more: Record<string, string>) {
  const env = { PATH: process.env.PATH ?? '', SENTRY_DSN: sink.dsn(project), SENTRY_TRACES_SAMPLE_RATE: '1', ...more };
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(requests)], { env });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      told += text;
    });
  }
  const ended = new Promise<string[]>((resolve) => child.once('close', () => resolve(told.trim().split('\n'))));
  return { ended, stop: () => child.kill() };
}
const sent = (project: number, type: string) =>
  sink.envelopes
    .filter((one) => one.project === String(project))
    .flatMap(({ items }) => items.filter((item) => item.type === type).map(({ payload }) => JSON.parse(payload)));

const ASKED_FOR = { SENTRY_PROFILE_SESSION_SAMPLE_RATE: '1' };

test('asked for, it is told where a program spends its time, and not for whom', async () => {
  const { stop, ended } = run(1, 'Infinity', ASKED_FOR);
  try {
    await expect.poll(() => sent(1, 'profile_chunk').length, { timeout: 60_000 }).toBeGreaterThan(0);
    await expect.poll(() => sent(1, 'transaction').length, { timeout: 60_000 }).toBeGreaterThan(0);
  } finally {
    stop();
    await ended;
  }
  const [chunk] = sent(1, 'profile_chunk');
  const [request] = sent(1, 'transaction');
  expect(chunk.release).toBe('salon@1.2.3');
  expect(chunk.profile.frames).toContainEqual(expect.objectContaining({ filename: expect.stringMatching(/\.ts$/) }));
  // What Sentry shows the one beside the other by.
  expect(request.contexts).toMatchObject({
    profile: { profiler_id: chunk.profiler_id },
    trace: { data: { 'thread.id': chunk.profile.samples[0].thread_id } },
  });
  for (const secret of ['ohnesorg', 'wilhelmine'])
    expect(sink.heard().toLowerCase().split(secret).length, secret).toBe(1);
});

test('not asked for, none is told, nor is what it takes loaded', async () => {
  const told = await run(2, '5', {}).ended;
  expect(told).toEqual(['{"profilers":0}']);
  expect(sent(2, 'transaction')).toHaveLength(5);
  expect(sent(2, 'profile_chunk')).toEqual([]);
});

test('where its compiled part cannot be loaded, the log says so once, and all else goes on', async () => {
  const [warning, ...rest] = await run(3, '5', { ...ASKED_FOR, SENTRY_PROFILER_BINARY_PATH: '/nowhere.node' }).ended;
  expect(JSON.parse(warning ?? '')).toMatchObject({ level: 'warn', msg: expect.stringContaining('profiling') });
  expect(rest).toEqual([expect.stringMatching(/^{"profilers":\d+}$/)]);
  expect(sent(3, 'transaction')).toHaveLength(5);
  expect(sent(3, 'profile_chunk')).toEqual([]);
});
