import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './lock-file.mjs';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salon-lock-'));
  file = join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a taken lock names its holder, a released one is free', () => {
  const lock = takeLock(file, 'first');
  expect(takeLock(file, 'second')).toMatchObject({ taken: false, holder: { pid: process.pid, note: 'first' } });
  if (lock.taken) lock.release();
  expect(existsSync(file)).toBe(false);
  expect(takeLock(file, 'second')).toMatchObject({ taken: true, recovered: false });
});

test('the lock of a killed process is taken over, also when its number was given out again', async () => {
  const child = spawn('sleep', ['0']);
  await once(child, 'exit');
  for (const holder of [
    { pid: child.pid, born: '1', note: '' },
    { pid: process.pid, born: '1', note: '' },
  ]) {
    writeFileSync(file, JSON.stringify(holder));
    const lock = takeLock(file, 'next');
    expect(lock).toMatchObject({ taken: true, recovered: true });
    if (lock.taken) lock.release();
  }
});

test('an empty lock file, as a full disk leaves it, is taken over', () => {
  writeFileSync(file, '');
  expect(takeLock(file, 'next')).toMatchObject({ taken: true, recovered: true });
});

test('of many that find a dead holder exactly one takes over', async () => {
  writeFileSync(file, JSON.stringify({ pid: 999_999_999, born: '1', note: '' }));
  const module = new URL('./lock-file.mjs', import.meta.url).href;
  const code = `const { takeLock } = await import(${JSON.stringify(module)});
    console.log(takeLock(${JSON.stringify(file)}, '').taken); process.stdin.resume();`;
  const children = Array.from({ length: 6 }, () => spawn(process.execPath, ['--input-type=module', '-e', code]));
  const answers = await Promise.all(
    children.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()),
  );
  for (const child of children) child.stdin.end();
  expect(answers.filter((answer) => answer === 'true')).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(['lock']);
});
