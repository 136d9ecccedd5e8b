import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { UndoStack } from '../../proof/stack/undo-stack.ts';

/** Fetched when it is asked for: nobody else needs its two hundred packages. */
export const OBSERVATORY = '@mdn/mdn-http-observatory@1.4.8';
const RUN_MS = 120_000;
const run = promisify(execFile);

/** What MDN's observatory says of an address. */
export type Grade = {
  /** `A+` to `F`. */
  readonly grade: string;
  /** 0 to 145. */
  readonly score: number;
  /** What it looked at, by its name, and what each gave or took. */
  readonly tests: readonly { readonly name: string; readonly pass: boolean; readonly points: number }[];
};

const Test = z.object({ pass: z.boolean(), scoreModifier: z.number().nullish() });
const Report = z.union([
  z.object({ scan: z.object({ grade: z.string(), score: z.number() }), tests: z.record(z.string(), Test) }),
  z.object({ error: z.string() }),
]);

/**
 * Gets the observatory, without its own step after it: that one fetches lists from elsewhere, of which nothing here is on.
 * Returns what grades an address of this machine, `localhost:PORT/PATH`, whose certificate is trusted.
 */
export async function observatory(undo: UndoStack, cert: string): Promise<(address: string) => Promise<Grade>> {
  const folder = mkdtempSync(join(tmpdir(), 'salon-observatory-'));
  undo.add(() => rmSync(folder, { recursive: true, force: true }));
  const trusted = join(folder, 'front.pem');
  writeFileSync(trusted, cert);
  await run('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', OBSERVATORY]);
  const its = join(folder, 'node_modules/@mdn/mdn-http-observatory');
  writeFileSync(join(its, 'conf/hsts-preload.json'), '{}');
  return async (address) => {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: trusted };
    const { stdout } = await run(process.execPath, [join(its, 'src/scan.js'), address], { timeout: RUN_MS, env });
    return gradeOf(JSON.parse(stdout));
  };
}

/** What stands in a report of the observatory. Throws if it could not look. */
export function gradeOf(report: unknown): Grade {
  const read = Report.parse(report);
  if ('error' in read) throw new Error(`The observatory could not look at it: ${read.error}`);
  const tests = Object.entries(read.tests).map(([name, { pass, scoreModifier }]) => ({
    ...{ name, pass, points: scoreModifier ?? 0 },
  }));
  return { grade: read.scan.grade, score: read.scan.score, tests };
}
