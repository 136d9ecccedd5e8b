import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { outdatedFiles } from './grafana/dashboard-files.ts';
import { DASHBOARDS } from './grafana/dashboards.ts';
import { expressions, namesIn, rules } from './test/expressions.ts';
import { ALERTMANAGER, PROMTOOL } from './test/tools.ts';

type Placed = { readonly title?: string; readonly gridPos?: { readonly x: number; readonly w: number } };

const HERE = import.meta.dirname;
const promtool = (...args: string[]) => execFileSync(PROMTOOL ?? '', args, { cwd: HERE, encoding: 'utf8' });

test.skipIf(!PROMTOOL)('each alert fires when it should and not when it should not', () => {
  const tests = readdirSync(join(HERE, 'prometheus')).filter((file) => file.endsWith('.test.yml'));
  expect(promtool('test', 'rules', ...tests.map((file) => `prometheus/${file}`))).not.toContain('FAILED');
  const tested = tests.map((file) => readFileSync(join(HERE, 'prometheus', file), 'utf8')).join('');
  for (const { alert } of rules()) {
    if (alert === undefined) continue;
    const cases = [...tested.matchAll(new RegExp(`alertname: ${alert}(,|\\s)[^-]*?exp_alerts:\\s*(\\[\\])?`, 'g'))];
    expect(
      cases.map(([, , quiet]) => quiet === '[]'),
      alert,
    ).toEqual(expect.arrayContaining(alert === 'Watchdog' ? [false] : [true, false]));
  }
});

test.skipIf(!PROMTOOL)('Prometheus understands its settings, and every expression of the dashboards', () => {
  for (const file of ['prometheus.yml', 'prometheus.compose.yml']) {
    promtool('check', 'config', '--syntax-only', `prometheus/${file}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'salon-ops-'));
  const file = join(folder, 'expressions.yml');
  const asRules = expressions().map(({ expr }, index) => ({ record: `expression_${index}`, expr }));
  writeFileSync(file, stringify({ groups: [{ name: 'all', rules: asRules }] }));
  expect(promtool('check', 'rules', file)).toContain(`${asRules.length} rules found`);
  rmSync(folder, { recursive: true });
});

test.skipIf(!ALERTMANAGER)('Alertmanager understands its settings', () => {
  const amtool = join(ALERTMANAGER ?? '', '../amtool');
  expect(
    execFileSync(amtool, ['check-config', 'alertmanager/alertmanager.yml'], { cwd: HERE, encoding: 'utf8' }),
  ).toContain('SUCCESS');
});

test('every alert leads to a section of the runbook that says what it means, what to do first, and with which commands', () => {
  const runbook = readFileSync(join(HERE, 'runbook.md'), 'utf8');
  const sections = new Map(
    runbook
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section]),
  );
  const alerts = rules().filter(({ alert }) => alert !== undefined);
  expect(alerts.length).toBeGreaterThan(10);
  for (const { alert = '', annotations } of alerts) {
    expect(annotations?.runbook_url).toBe(`ops/runbook.md#${alert.toLowerCase()}`);
    const section = sections.get(alert) ?? '';
    for (const part of ['**Means.**', '**First five minutes.**', '```sh']) expect(section, alert).toContain(part);
  }
});

test('the dashboards in the repository are what dashboards.ts makes (npm run dashboards writes them)', () => {
  expect(outdatedFiles()).toEqual([]);
});

test('no panel of a dashboard reaches beyond its edge', () => {
  for (const [file, make] of Object.entries(DASHBOARDS)) {
    for (const { title, gridPos } of make().panels as Placed[]) {
      expect((gridPos?.x ?? 0) + (gridPos?.w ?? 0), `${file}, ${title}`).toBeLessThanOrEqual(24);
    }
  }
});

test('the names in an expression are found, and nothing else', () => {
  const expr =
    'histogram_quantile(0.95, sum by (le, route) (rate(one_bucket{a="x_y",b=~"z"}[5m]))) > 1e3 and max (two) offset 1w or three:four';
  expect(namesIn(expr)).toEqual(['one_bucket', 'two', 'three:four']);
});
