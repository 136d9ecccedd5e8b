import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@salon/db/embedded/start-error';
import { findGoTool } from '../tools/go-tool.ts';
import { onPath } from '../tools/on-path.ts';

const VERSION = '1.8.1';
const IMAGE = `grafana/k6:${VERSION}`;

/** How k6 is started: a program, and what comes before its own arguments, given the folder and variables it needs. */
export type K6 = { program: string; before(folder: string, variables: readonly string[]): string[] };

/**
 * Finds k6: on PATH, where `go install` puts it, compiled by a Go toolchain into a cache of ours, or as a Docker image.
 * Throws StartError where there is none of it.
 */
export async function findK6(): Promise<K6> {
  const installed = onPath('k6') ?? [join(homedir(), 'go', 'bin', 'k6')].find((file) => existsSync(file));
  const program = installed ?? (await findGoTool({ program: 'k6', module: `go.k6.io/k6@v${VERSION}` }));
  if (program !== undefined) return { program, before: () => [] };
  const docker = onPath('docker');
  if (docker !== undefined) return { program: docker, before: inDocker };
  throw new StartError(
    'k6 is needed to put load on the product: install it (https://grafana.com/docs/k6/latest/set-up/install-k6/), or Go or Docker, and run this again.',
  );
}

/** In the network of this machine, as this user, and with the folder where it is outside. */
function inDocker(folder: string, variables: readonly string[]): string[] {
  const user = process.getuid ? ['--user', `${process.getuid()}:${process.getgid?.()}`] : [];
  const given = variables.flatMap((name) => ['--env', name]);
  return ['run', '--rm', '--network', 'host', ...user, '-v', `${folder}:${folder}`, '-w', folder, ...given, IMAGE];
}
