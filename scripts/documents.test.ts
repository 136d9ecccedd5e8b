import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import GithubSlugger from 'github-slugger';
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

/** The names under which GitHub shows the headings of a page. */
function anchorsOf(page: string): Set<string> {
  const slugger = new GithubSlugger();
  const headings = [...proseOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(headings.map((heading) => slugger.slug(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim())));
}

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
