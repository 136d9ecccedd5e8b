import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onPath } from '../../proof/tools/on-path.ts';

/** For how long the certificate is good, in days. */
export const GOOD_FOR = 9;

/** An https address of this machine with a certificate of its own; undefined where nobody can make one. */
export async function startHttpsPage(folder: string) {
  const openssl = onPath('openssl');
  if (openssl === undefined) return undefined;
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-subj',
    '/CN=localhost',
  ];
  execFileSync(openssl, [...kind, '-days', String(GOOD_FOR), '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const certificate = readFileSync(cert, 'utf8');
  const server = createServer({ key: readFileSync(key), cert: certificate });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    certificate,
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
