import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findGoTool } from './go-tool.ts';

const TOOL = { program: 'some-tool', module: 'example.org/some/tool@v1.2.3', built: 'tool' };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'go-tool-'));
  mkdirSync(join(folder, 'path'));
  vi.stubEnv('PATH', join(folder, 'path'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, text: string): string {
  const file = join(folder, 'path', name);
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

test('on PATH before anything else', async () => {
  program('go', 'exit 1');
  const tool = program('some-tool', '');
  expect(await findGoTool(TOOL)).toBe(tool);
});

test('compiled once into our cache, then found there', async () => {
  const go = program('go', '[ "$1 $2" = "install example.org/some/tool@v1.2.3" ] && echo made > "$GOBIN/tool"');
  const made = join(folder, 'cache', 'salon-tools', 'some-tool@v1.2.3', 'tool');
  expect(await findGoTool(TOOL)).toBe(made);
  rmSync(go);
  expect(await findGoTool(TOOL)).toBe(made);
});

test('what does not compile ends in one sentence and leaves nothing behind', async () => {
  program('go', 'echo "no such module" >&2; exit 1');
  await expect(findGoTool(TOOL)).rejects.toThrow(
    'Go could not compile example.org/some/tool@v1.2.3. It said: no such module',
  );
  expect(readdirSync(join(folder, 'cache', 'salon-tools'))).toEqual([]);
});

test('nothing where there is neither the tool nor Go', async () => {
  expect(await findGoTool(TOOL)).toBeUndefined();
});
