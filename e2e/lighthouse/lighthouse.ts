import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** Fetched by npx when it is asked for: nobody else needs its hundred packages. */
export const LIGHTHOUSE = 'lighthouse@13.5.0';
const RUN_MS = 180_000;

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];

/** What a run found: points from 0 to 100, and how fast the page was on the phone and the network it imitates. */
export type Finding = {
  readonly points: Readonly<Record<Category, number>>;
  /** Milliseconds until the largest thing was drawn, and in which nothing could be pressed. */
  readonly largestPaintMs: number;
  readonly blockedMs: number;
  /** How far things jumped, as a share of the view. */
  readonly shift: number;
  /** Bytes that came over the network. */
  readonly bytes: number;
  /** What cost points, by its name. */
  readonly lost: readonly string[];
};

const Audit = z.object({ score: z.number().nullable(), numericValue: z.number().optional() });
const Part = z.object({ score: z.number(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) });
const Report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.object({ performance: Part, accessibility: Part, 'best-practices': Part, seo: Part }),
  audits: z.record(z.string(), Audit),
});

/** Once in a while a trace comes out without its beginning; the next one has it. */
const TRIES = 3;

/** One run of Lighthouse as a phone, with the browser given. Throws when it could not look at the page. */
export async function lighthouse(url: string, browser: string): Promise<Finding> {
  for (let tried = 1; ; tried++) {
    try {
      return await look(url, browser);
    } catch (error) {
      if (tried === TRIES) throw error;
    }
  }
}

async function look(url: string, browser: string): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'salon-lighthouse-'));
  const file = join(folder, 'report.json');
  const flags = '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage';
  try {
    const args = ['--yes', LIGHTHOUSE, url, '--output=json', `--output-path=${file}`, '--quiet', flags];
    await promisify(execFile)('npx', args, { timeout: RUN_MS, env: { ...process.env, CHROME_PATH: browser } });
    return findingOf(JSON.parse(readFileSync(file, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What stands in a report of Lighthouse. Throws if it has none of what is looked for. */
export function findingOf(report: unknown): Finding {
  const { runtimeError, categories, audits } = Report.parse(report);
  if (runtimeError) throw new Error(`Lighthouse could not look at the page: ${runtimeError.message}`);
  const value = (id: string) => audits[id]?.numericValue ?? Number.NaN;
  const points = (category: Category) => Math.round(categories[category].score * 100);
  const refs = Object.values(categories).flatMap(({ auditRefs }) => auditRefs);
  return {
    points: {
      performance: points('performance'),
      accessibility: points('accessibility'),
      'best-practices': points('best-practices'),
      seo: points('seo'),
    },
    largestPaintMs: Math.round(value('largest-contentful-paint')),
    blockedMs: Math.round(value('total-blocking-time')),
    shift: value('cumulative-layout-shift'),
    bytes: value('total-byte-weight'),
    lost: refs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id),
  };
}

/** The middle one of an odd number of runs, by its points for speed: the others hardly differ. */
export function median(findings: readonly Finding[]): Finding {
  const sorted = findings.toSorted((a, b) => a.points.performance - b.points.performance);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('No run of Lighthouse to take the middle of');
  return middle;
}
