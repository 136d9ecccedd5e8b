import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp } from './say.mjs';

/** @type {Record<string, (root: string, args: string[]) => string[]>} */
const VERBS = {
  start: (_, args) => ['scripts/start.ts', ...args],
  dev: (_, args) => ['scripts/start.ts', '--watch', ...args],
  test: (_, args) => ['scripts/test.ts', ...args],
  build: (_, args) => ['scripts/build.ts', ...args],
  check: (_, args) => ['scripts/check.ts', ...args],
  format: (_, args) => ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...(args.length ? args : ['.'])],
  mutate: (root, args) => [
    present(root, 'node_modules/@stryker-mutator/core/bin/stryker.js', 'Stryker is not installed.'),
    'run',
    ...args,
  ],
  bench: (root, [name = '', ...args]) => [
    present(root, `bench/${name}.ts`, `Which one? npm run bench -- ${benches(root).join(' | ')}`),
    ...args,
  ],
  load: (_, args) => ['proof/load/main.ts', ...args],
  faults: (_, args) => ['proof/faults/main.ts', ...args],
  rolling: (_, args) => ['proof/rolling/main.ts', ...args],
  draw: (_, args) => ['proof/pictures/draw.ts', ...args],
  pictures: (_, args) => ['e2e/pictures.ts', ...args],
  lighthouse: (_, args) => ['e2e/lighthouse.ts', ...args],
  observatory: (_, args) => ['e2e/observatory.ts', ...args],
  dashboards: (_, [what, ...args]) =>
    what === 'pictures' ? ['e2e/figures/take.ts', ...args] : ['ops/grafana/write.ts'],
  ops: (_, args) => ['scripts/ops.ts', ...args],
  'db:migrate': (_, args) => ['scripts/db/migrate.ts', ...args],
  'db:draft': (_, args) => ['scripts/db/draft.ts', ...args],
  'db:seed': (_, args) => ['scripts/db/seed.ts', ...args],
  'db:url': (_, args) => ['scripts/db/url.ts', ...args],
  'db:prune': (_, args) => ['scripts/db/prune.ts', ...args],
};

/**
 * What Node runs for a verb of package.json.
 * @param {string} root @param {string} verb @param {string[]} args
 */
export function commandOf(root, verb, args) {
  const command = VERBS[verb];
  return command ? command(root, args) : giveUp(`Unknown verb "${verb}": one of ${Object.keys(VERBS).join(', ')}.`);
}

/** @param {string} root @param {string} file @param {string} otherwise */
function present(root, file, otherwise) {
  return existsSync(join(root, file)) ? file : giveUp(otherwise);
}

/** @param {string} root */
function benches(root) {
  const folder = join(root, 'bench');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -'.ts'.length));
}
