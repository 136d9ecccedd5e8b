import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Squawk's rules that ask whether the release before can still run, and not what locks or style cost. */
const EXPAND_ONLY = [
  'adding-not-nullable-field',
  'adding-required-field',
  'ban-drop-column',
  'ban-drop-database',
  'ban-drop-not-null',
  'ban-drop-table',
  'ban-truncate-cascade',
  'changing-column-type',
  'renaming-column',
  'renaming-table',
];

/** What a migration does against them, and why that was let through. */
const ALLOWED: Record<string, string> = {
  '20261122170200_desk_changes ban-drop-not-null':
    'A visit without a customer (walk-in) is made by the desk alone, which came with this migration; nobody ran a desk before.',
};

type Finding = { file: string; rule_name: string };

/** What Squawk finds in files, or in SQL it is given, as `<folder of the migration> <rule>`. */
function findings(files: string[], sql?: string): string[] {
  const squawk = join('node_modules', '.bin', 'squawk');
  const { stdout, stderr } = spawnSync(squawk, ['--pg-version=18.0', '--reporter=Json', ...files], {
    encoding: 'utf8',
    input: sql ?? '',
    maxBuffer: 1 << 26,
  });
  if (!stdout) throw new Error(`Squawk said nothing: ${stderr}`);
  return (JSON.parse(stdout) as Finding[])
    .filter(({ rule_name }) => EXPAND_ONLY.includes(rule_name) || rule_name === 'syntax-error')
    .map(({ file, rule_name }) => `${file.split('/').at(-2) ?? file} ${rule_name}`);
}

test('migrations only add: the release before runs on each of them', () => {
  const folder = join('prisma', 'migrations');
  const migrations = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(migrations.length).toBeGreaterThan(50);
  const found = findings(migrations.map(({ name }) => join(folder, name, 'migration.sql')));
  expect([...new Set(found)].sort()).toEqual(Object.keys(ALLOWED).sort());
});

test.each([
  ['alter table booking drop column note;', 'ban-drop-column'],
  ['alter table booking rename column note to remark;', 'renaming-column'],
  ['alter table booking rename to visit;', 'renaming-table'],
  ['alter table booking alter column price type bigint;', 'changing-column-type'],
  ['alter table booking add column colour text not null;', 'adding-required-field'],
  ['drop table booking;', 'ban-drop-table'],
  ['alter table booking alter column colour set not null;', 'adding-not-nullable-field'],
])('a migration that says "%s" is refused', (sql, rule) => {
  expect(findings([], sql)).toContain(`stdin ${rule}`);
});
