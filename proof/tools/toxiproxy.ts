import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@salon/db/embedded/free-port';
import { StartError } from '@salon/db/embedded/start-error';
import { Toxiproxy, type Proxy as Wire } from 'toxiproxy-node-client';
import { findGoTool } from './go-tool.ts';

export const TOXIPROXY = {
  program: 'toxiproxy-server',
  module: 'github.com/Shopify/toxiproxy/v2/cmd/server@v2.12.0',
  built: 'server',
};
const START_MS = 10_000;

export type RunningToxiproxy = {
  readonly pid: number;
  /** A wire that can be disturbed, to a port of this machine; `port` is its near end. */
  wireTo(port: number): Promise<{ readonly wire: Wire; readonly port: number }>;
  /** Ends it; every connection through it breaks. */
  stop(): Promise<void>;
};

/** Starts toxiproxy on free loopback ports. Throws StartError where it can neither be found nor compiled. */
export async function startToxiproxy(): Promise<RunningToxiproxy> {
  const program = await findGoTool(TOXIPROXY);
  if (program === undefined) {
    throw new StartError(
      'toxiproxy-server is needed to disturb the wire to the database: put it on PATH, or install Go and run this again.',
    );
  }
  const port = await freePort();
  const child = spawn(program, ['-host', '127.0.0.1', '-port', String(port)], { stdio: 'ignore' });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const ended = once(child, 'close').then(() => process.off('exit', endWithUs));
  const client = new Toxiproxy(`http://127.0.0.1:${port}`);
  await answers(client, () => child.exitCode !== null || child.pid === undefined);
  return {
    pid: child.pid ?? 0,
    async wireTo(to) {
      const upstream = `127.0.0.1:${to}`;
      const wire = await client.createProxy({ name: `to ${to}`, listen: '127.0.0.1:0', upstream });
      return { wire, port: Number(wire.listen.split(':').at(-1)) };
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(client: Toxiproxy, hasEnded: () => boolean): Promise<void> {
  for (const deadline = Date.now() + START_MS; ; await sleep(50)) {
    const heard = await client.getVersion().then(
      () => true,
      () => false,
    );
    if (heard) return;
    if (hasEnded() || Date.now() > deadline) throw new StartError('toxiproxy-server did not start.');
  }
}
