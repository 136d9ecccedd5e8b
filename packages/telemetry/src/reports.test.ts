import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { beginUndertaking, isReporting, report, step } from './reports.ts';
import { stormGuard } from './storm-guard.ts';

/** Starts what watches a program, in a process of its own, and says which of the error reporter's files that loaded. */
function loadedWith(environment: Record<string, string>): string[] {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
    const { startWatching } = await import(${JSON.stringify(new URL('./start.ts', import.meta.url).href)});
    await startWatching({ part: 'api', version: '1.2.3' }, process.env);
    console.log(JSON.stringify(loaded));
    process.exit(0);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...environment },
  });
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as string[]).filter((url) => url.includes('@sentry') || url.includes('start-reports'));
}

test.each([
  ['nothing', {}],
  ['an empty DSN', { SENTRY_DSN: '' }],
  ['what is no DSN, which the program names', { SENTRY_DSN: 'sentry.example' }],
])('with %s set, nothing of it is loaded', (_what, environment) => {
  expect(loadedWith(environment)).toEqual([]);
});

test('with a DSN it is there before the program', () => {
  expect(loadedWith({ SENTRY_DSN: 'http://key@127.0.0.1:9/1' }).length).toBeGreaterThan(10);
});

test('where nobody is told, everything goes on, and costs nothing', () => {
  expect(isReporting()).toBe(false);
  expect(beginUndertaking(null, { name: 'GET /', op: 'http.server' })).toBeUndefined();
  step('went on');
  report({ error: new Error('unheard') });
});

test('of a storm the first are told, and the next minute again', () => {
  let now = 0;
  const mayReport = stormGuard(() => now, 2);
  expect([mayReport(), mayReport(), mayReport()]).toEqual([true, true, false]);
  now = 60_000;
  expect(mayReport()).toBe(true);
});
