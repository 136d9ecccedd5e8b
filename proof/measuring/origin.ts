import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { withClient } from '@salon/db/embedded/with-client';

/** Where, when and with what something was measured, as every result file tells. */
export type Origin = {
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGiB: number;
    readonly system: string;
  };
  /** An instant. */
  readonly date: string;
  /** The commit of the checkout, with a plus when files differed from it; null without git. */
  readonly commit: string | null;
  /** Of every program that took part: `node`, `postgres`, `k6` … */
  readonly versions: Readonly<Record<string, string>>;
};

/** What is measured here and now; the database, where there is one, is asked for its version as its owner. */
export async function originHere(ownerUrl?: string, tools: Readonly<Record<string, string>> = {}): Promise<Origin> {
  const all = cpus();
  return {
    machine: {
      cpu: all[0]?.model.trim() ?? 'unknown',
      cores: all.length,
      memoryGiB: Math.round(totalmem() / 1024 ** 3),
      system: `${type()} ${release()}`,
    },
    date: new Date().toISOString(),
    commit: gitCommit(),
    versions: {
      node: process.versions.node,
      ...(ownerUrl === undefined ? {} : { postgres: await postgresVersion(ownerUrl) }),
      ...tools,
    },
  };
}

/** The first line of every report. */
export function originInWords({ machine, date, versions }: Origin): string {
  const { cores, cpu, memoryGiB } = machine;
  return `${cores} × ${cpu}, ${memoryGiB} GiB, ${date.slice(0, 10)}, ${programsInWords(versions)}`;
}

const NAMES: Record<string, string> = { node: 'Node', postgres: 'PostgreSQL' };

/** "Node 24.21.0, PostgreSQL 18.4" */
export function programsInWords(versions: Origin['versions']): string {
  return Object.entries(versions)
    .map(([program, version]) => `${NAMES[program] ?? program} ${version}`)
    .join(', ');
}

function gitCommit(): string | null {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? '+' : '');
  } catch {
    return null;
  }
}

async function postgresVersion(ownerUrl: string): Promise<string> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ version: string }>(`select current_setting('server_version') as version`),
  );
  return rows[0]?.version ?? '';
}
