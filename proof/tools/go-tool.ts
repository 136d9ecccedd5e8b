import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { onPath } from './on-path.ts';

/** Compiling k6 takes a minute or two on a small machine, with nothing downloaded yet. */
const INSTALL_MS = 600_000;

export type GoTool = {
  /** What the program is called on PATH. */
  readonly program: string;
  /** What `go install` is given, with its version. */
  readonly module: string;
  /** The file `go install` makes, where it is called otherwise. */
  readonly built?: string;
};

/** Where tools we compiled are kept between runs, one folder a version. */
function toolFolder(tool: GoTool): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'salon-tools', `${tool.program}${tool.module.slice(tool.module.lastIndexOf('@'))}`);
}

/**
 * The full path of a tool: from PATH, from our cache, or compiled into our cache by a Go toolchain on PATH.
 * Returns undefined where there is neither the tool nor Go; throws StartError when compiling fails.
 */
export async function findGoTool(tool: GoTool): Promise<string | undefined> {
  const installed = onPath(tool.program);
  if (installed !== undefined) return installed;
  const folder = toolFolder(tool);
  const program = join(folder, tool.built ?? tool.program);
  if (existsSync(program)) return program;
  const go = onPath('go');
  if (go === undefined) return undefined;

  console.error(`${tool.program} is not on PATH: compiling it with Go into ${folder}`);
  mkdirSync(join(folder, '..'), { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  try {
    await promisify(execFile)(go, ['install', tool.module], {
      env: { ...process.env, GOBIN: fresh },
      timeout: INSTALL_MS,
    });
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder); // whole or not at all: two runs may compile at once
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (existsSync(program)) return program; // the other run was first
    const said = String((error as { stderr?: unknown }).stderr ?? error).trim();
    throw new StartError(`Go could not compile ${tool.module}. It said: ${said.split('\n').at(-1)}`);
  }
  return program;
}
