import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const PAGES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((page) => page !== '' && existsSync(page));

/** A page without its code: what looks like a link or a heading in there is none. */
const proseOf = (page: string) =>
  readFileSync(page, 'utf8')
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.slice(1, -1).replace(/[[\]()]/g, ''));

/** The names under which GitHub shows the headings of a page: lower case, without punctuation, a dash for each space. */
function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(page).matchAll(/^#{1,6} (.+)$/gm)) {
    const words = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .trim()
      .toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-');
    let free = anchor;
    for (let again = 1; anchors.has(free); again++) free = `${anchor}-${again}`;
    anchors.add(free);
  }
  return anchors;
}

type Way = { application: string; connections: number; rounds: { perSecond: number }[] };

/** Why a link of a page leads nowhere; undefined if it does, or leads out of the repository. */
function broken(page: string, target: string): string | undefined {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), path));
  if (!existsSync(file)) return `${page}: ${target}: there is no such file`;
  if (anchor === undefined || statSync(file).isDirectory() || !file.endsWith('.md')) return undefined;
  return anchorsOf(file).has(anchor) ? undefined : `${page}: ${target}: there is no such heading`;
}

test('every link in every page leads to a file, and to a heading that is there', () => {
  const links = PAGES.flatMap((page) =>
    [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page, target })),
  );
  expect(links.length).toBeGreaterThan(100);
  expect(links.map(({ page, target }) => broken(page, target)).filter((why) => why !== undefined)).toEqual([]);
});

describe('what an operator is told to type is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as { services: object };
  const typed = PAGES.map((page) => ({ page, text: readFileSync(page, 'utf8') }));

  test('every npm run', () => {
    const unknown = typed.flatMap(({ page, text }) =>
      [...text.matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)]
        .filter(([, name = '']) => !Object.hasOwn(scripts, name))
        .map(([command]) => `${page}: ${command}`),
    );
    expect(unknown).toEqual([]);
  });

  test('every service of compose', () => {
    const unknown = typed.flatMap(({ page, text }) =>
      [
        ...text.matchAll(
          /docker compose (?:logs|run|exec|restart|stop)((?: --?[a-z-]+(?:=\S+)?)*)((?: [a-z][a-z-]*)+)/g,
        ),
      ]
        .filter(([, , words = '']) => !Object.hasOwn(services, words.trim().split(' ')[0] ?? ''))
        .map(([command]) => `${page}: ${command}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('the figures in README are those that were published', () => {
  const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
  const says = (figure: string) => expect(readme.includes(figure), figure).toBe(true);
  const results = (name: string) => JSON.parse(readFileSync(`docs/proof/results/${name}.json`, 'utf8'));

  test('of the day that grows busy', () => {
    const { figures, history, date } = results('load-public-booking');
    says(`**${figures.bookings.toLocaleString('en-US')} bookings by up to ${figures.users} people at once`);
    says(`p95 ${Math.round(figures.waiting.p95)} ms.`);
    says(`on them, ${date.slice(0, 10)}; everything else`);
    // "none lost, none doubled, no failure"
    expect(figures).toMatchObject({ failures: 0, wrongAnswers: 0, attempts: figures.bookings });
    expect(history.ok).toBe(true);
  });

  test('of the limit that pgbench finds', () => {
    const { goals, ways } = results('limit');
    const share = goals.find(({ words }: { words: string }) => words.includes('1000 connections'));
    says(`**${(100 * share.value).toFixed(0)} % of what pgbench at its best`);
    const inTheMiddle = (name: string): number => {
      const { rounds } = ways.find(
        ({ application, connections }: Way) => application === name && connections === 1000,
      ) as Way;
      return rounds.map(({ perSecond }) => perSecond).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] as number;
    };
    const orm = (share.value * inTheMiddle('orm')) / inTheMiddle('ours');
    says(`same schema makes ${(100 * orm).toFixed(0)} %.`);
  });

  test('of the faults', () => {
    const { faults, kinds, claims, seconds, ok } = results('faults') as {
      faults: object[];
      kinds: { worstMs: number }[];
      claims: { violations: object[] }[];
      seconds: number;
      ok: boolean;
    };
    expect({ seconds, ok, violations: claims.flatMap(({ violations }) => violations) }).toEqual({
      seconds: 600,
      ok: true,
      violations: [],
    });
    const worst = Math.max(...kinds.map(({ worstMs }) => worstMs)) / 1000;
    says(`**${faults.length} faults in ten minutes**`);
    says(`within ${worst.toFixed(1)} s at worst`);
  });

  test('of the mutants', () => {
    const [, share, mutants] = /tests of the rules can fail: (\d+) % of ([\d,]+) mutants/.exec(readme) ?? [];
    const page = readFileSync('packages/domain/MUTATION.md', 'utf8');
    const [, score, counted] = /Score on [\d-]+: ([\d.]+) %\.\*\* ([\d,]+) mutants/.exec(page) ?? [];
    expect({ share, mutants }).toEqual({ share: Number(score).toFixed(0), mutants: counted });
  });
});
