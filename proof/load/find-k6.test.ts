import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findK6 } from './find-k6.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-k6-'));
  vi.stubEnv('PATH', join(folder, 'path'));
  vi.stubEnv('HOME', join(folder, 'home'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A program that does nothing, at this place below the folder. */
function program(...place: string[]): string {
  const file = join(folder, ...place);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}

test('on PATH before anything else', async () => {
  const onPath = program('path', 'k6');
  program('home', 'go', 'bin', 'k6');
  const k6 = await findK6();
  expect([k6.program, k6.before('/checkout', ['SCALE'])]).toEqual([onPath, []]);
});

test('where go install puts it, though that is not on PATH', async () => {
  const installed = program('home', 'go', 'bin', 'k6');
  program('path', 'docker');
  expect((await findK6()).program).toBe(installed);
});

test('in Docker, with the checkout where it is outside and the variables by name', async () => {
  const docker = program('path', 'docker');
  const k6 = await findK6();
  expect(k6.program).toBe(docker);
  const before = k6.before('/checkout', ['SCALE', 'SHORT']).join(' ');
  expect(before).toMatch(
    /^run --rm --network host .*-v \/checkout:\/checkout -w \/checkout --env SCALE --env SHORT grafana\/k6:\d/,
  );
});

test('nowhere: one sentence that says what to do', async () => {
  await expect(findK6()).rejects.toThrow(/^k6 is needed .* install it .*, or Go or Docker, and run this again\.$/);
});
