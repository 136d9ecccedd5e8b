import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { faster } from '../../ops/test/watchers.ts';

type Panel = { readonly type: string; readonly title: string; readonly targets: readonly { readonly expr: string }[] };

const PATIENCE_MS = 30_000;

/** What lines of a dashboard ask: the first expression of each panel that is named, in the order of the names. */
export function linesOf(dashboard: string, titles: readonly string[]): string[] {
  const file = join(import.meta.dirname, '../../ops/grafana/dashboards', `${dashboard}.json`);
  const { panels } = JSON.parse(readFileSync(file, 'utf8')) as { panels: Panel[] };
  return titles.map((title) => {
    const expr = panels.find((panel) => panel.title === title)?.targets[0]?.expr;
    if (expr === undefined) throw new Error(`The dashboard ${dashboard} has no panel ${title}.`);
    return expr;
  });
}

/** Draws expressions on Prometheus' own page, over so many minutes, and waits until each has its lines; their spans are as short as the rules'. */
export async function drawLines(page: Page, url: string, expressions: readonly string[], minutes: number) {
  const query = new URLSearchParams();
  for (const [index, expr] of expressions.entries()) {
    query.set(`g${index}.expr`, faster(expr));
    query.set(`g${index}.tab`, '0');
    query.set(`g${index}.range_input`, `${minutes}m`);
  }
  await page.goto(`${url}/graph?${query}`);
  // One line's name at least below each; without data there is none. Debian's Prometheus has the older of its two pages.
  const drawn = page.locator('.graph-legend .legend-item:first-child, .rickshaw_legend li:first-child');
  await drawn.nth(expressions.length - 1).waitFor({ timeout: PATIENCE_MS });
  await unfix(page);
}

/** Lets the bar at the top stay there: on a long picture it would lie over the lines. */
async function unfix(page: Page) {
  await page.addStyleTag({ content: '.fixed-top { position: static !important } body { padding-top: 0 !important }' });
}

/** Shows the page of alerts, when it has this one. Where that page is depends on the build: the bar at the top knows. */
export async function showAlerts(page: Page, url: string, alert: string) {
  await page.goto(`${url}/graph`);
  await page.getByRole('link', { name: 'Alerts' }).click();
  await page.getByText(alert).first().waitFor({ timeout: PATIENCE_MS });
  await unfix(page);
}
