import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@salon/db/embedded/free-port';
import { StartError } from '@salon/db/embedded/start-error';
import { until } from '../stack/processes.ts';
import { onPath } from '../tools/on-path.ts';

const CADDYFILE = fileURLToPath(new URL('../../deploy/Caddyfile', import.meta.url));
const READY_MS = 20_000;

export type RunningProxy = {
  /** Where it sends whoever comes by plain HTTP on to its own name. */
  readonly plainUrl: string;
  stop(): Promise<void>;
};

/** Whether there is a Caddy to stand in front. */
export const proxyIsThere = () => onPath('caddy') !== undefined;

/** The proxy of docker-compose.yml with its own file, over plain HTTP at `baseUrl`. Throws StartError without Caddy. */
export async function startProxy(baseUrl: string, upstreams: readonly number[]): Promise<RunningProxy> {
  const caddy = onPath('caddy');
  if (caddy === undefined) throw new StartError('caddy is needed to stand in front: put it on PATH.');
  const folder = mkdtempSync(join(tmpdir(), 'salon-proxy-'));
  const plainUrl = `http://127.0.0.1:${await freePort()}`;
  const env = {
    ...{ PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    ...{ DOMAIN: baseUrl, ACME_EMAIL: 'nobody@salon.example', PLAIN: plainUrl },
    UPSTREAMS: upstreams.map((port) => `127.0.0.1:${port}`).join(' '),
  };
  const adapted = JSON.parse(execFileSync(caddy, ['adapt', '--config', CADDYFILE], { env, encoding: 'utf8' }));
  const config = join(folder, 'caddy.json');
  // Nobody asks it to reload: several may run on one machine.
  writeFileSync(config, JSON.stringify({ ...adapted, admin: { disabled: true } }));
  const child = spawn(caddy, ['run', '--config', config], { env, stdio: 'ignore', detached: true });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const ended = once(child, 'exit').then(() => {
    process.off('exit', endWithUs);
    rmSync(folder, { recursive: true, force: true });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const answers = () =>
      fetch(`${baseUrl}/api/system/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(answers, 'the proxy', READY_MS);
  } catch (error) {
    await stop();
    throw error;
  }
  return { plainUrl, stop };
}
