import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'vite';
import { afterEach, expect, test, vi } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

afterEach(() => void vi.unstubAllEnvs());

/** The settings of a build, up to where it begins. */
const begun = (origin: string, mode = 'production') => {
  vi.stubEnv('VITE_API_ORIGIN', origin);
  vi.stubEnv('NODE_ENV', mode);
  return resolveConfig({ root, logLevel: 'silent' }, 'build', mode, mode);
};

test.each([
  'http://api.salon.example',
  'http://localhost:3000',
  'api.salon.example',
  '//api.salon.example',
  'https://api.salon.example/',
  'https://api.salon.example/v1',
  'ws://api.salon.example',
])('pages for production do not call %s', async (origin) => {
  await expect(begun(origin)).rejects.toThrow(`VITE_API_ORIGIN is "${origin}". In production it begins with https://`);
});

test.each(['', 'https://api.salon.example', 'https://api.salon.example:8443'])('they may call "%s"', async (origin) => {
  expect((await begun(origin)).env.VITE_API_ORIGIN).toBe(origin);
});

test('while they are worked on they call whatever is there', async () => {
  expect((await begun('http://localhost:3000', 'development')).env.VITE_API_ORIGIN).toBe('http://localhost:3000');
});

test('whoever runs the build is told why it ends', () => {
  const { status, stderr } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
    ...{ cwd: root, encoding: 'utf8' },
    env: { ...process.env, NODE_ENV: 'production', VITE_API_ORIGIN: 'http://api.salon.example' },
  });
  expect(status).toBe(1);
  expect(stderr).toContain('VITE_API_ORIGIN is "http://api.salon.example"');
});
