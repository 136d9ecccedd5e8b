import { spawn } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SERVER_ENV } from './cluster.ts';
import { isServing } from './postmaster.ts';
import type { ServerUser } from './server-user.ts';

/** A postgres process, ours or found running. */
export type ServerProcess = { pid: number; ended(): boolean; exited: Promise<void>; said(): string };

const LARGEST_LOG = 10 * 1024 * 1024;
const POLL_MS = 200;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What it adds to an error quotes the row: names and addresses do not belong in a log.
  log_error_verbosity: 'terse',
};

/** Starts the server. It gets a session of its own, so that Ctrl-C reaches only us and we stop it in order. */
export function launch(options: {
  bin: string;
  cluster: string;
  port: number;
  log: string;
  user: ServerUser | undefined;
  settings: Record<string, string>;
}): ServerProcess {
  const log = openLog(options.log);
  const from = fstatSync(log).size;
  const settings = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const child = spawn(join(options.bin, 'postgres'), ['-D', options.cluster, '-p', String(options.port), ...settings], {
    ...options.user,
    cwd: '/',
    env: SERVER_ENV,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended = false;
  let failure = '';
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', (error) => {
      failure = `FATAL: ${error.message}`;
      end();
    });
  });
  child.unref();
  return {
    pid: child.pid ?? 0,
    ended: () => ended,
    exited,
    said: () => failure || readFileSync(options.log).subarray(from).toString('utf8'),
  };
}

/** Watches a server that somebody else started. */
export function adopt(pid: number, cluster: string): ServerProcess {
  const exited = new Promise<void>((resolve) => {
    const watch = setInterval(() => {
      if (isServing(pid, cluster)) return;
      clearInterval(watch);
      resolve();
    }, POLL_MS).unref();
  });
  return { pid, ended: () => !isServing(pid, cluster), exited, said: () => '' };
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
