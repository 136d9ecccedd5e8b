import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '@salon/db/embedded/start-error';

const POLL_MS = 100;

/**
 * Ends with a sentence when the port cannot be had. After a killed start its API may still be finishing what it was
 * asked: then the port is waited for, up to `patienceMs`.
 */
export async function requireFreePort(port: number, patienceMs: number): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(POLL_MS)) {
    const code = await tryListen(port);
    if (!code) return;
    if (code === 'EADDRINUSE' && Date.now() < deadline) continue;
    throw new StartError(sentence(code, port));
  }
}

function tryListen(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ port, host: '0.0.0.0', exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

function sentence(code: string, port: number): string {
  const other = port < 65_535 ? port + 1 : 3000;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop it, or choose another: PORT=${other} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} may only be used by an administrator. Choose another: PORT=3000 npm start`;
  return `Port ${port} cannot be used (${code}). Choose another: PORT=${other} npm start`;
}
