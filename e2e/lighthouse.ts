import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { FIRST_VIEW_LIMIT } from '../apps/web/size/first-view.ts';
import { originHere } from '../proof/measuring/origin.ts';
import { thenUndo } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { DESK, launch, NARROWEST, PHONE, visitor } from './browser/browser.ts';
import { findBrowser } from './browser/find-browser.ts';
import { firstView, total } from './browser/first-view.ts';
import { CATEGORIES, type Finding, LIGHTHOUSE, lighthouse, median } from './lighthouse/lighthouse.ts';
import { qualityReport } from './lighthouse/quality-report.ts';
import { startProduct } from './product/product.ts';

const RUNS = 3;
const GOAL = 95;
const REPORT = fileURLToPath(new URL('../docs/quality.md', import.meta.url));

// Looks at the demo salon's page with Lighthouse and writes docs/quality.md; fails below the goal.
await entry(() =>
  thenUndo(async (undo) => {
    const browser = await findBrowser();
    const { baseUrl, ownerUrl } = await startProduct(undo, { NODE_ENV: 'production' });
    const load = loadavg()[0] ?? 0;
    const runs: Finding[] = [];
    for (let run = 1; run <= RUNS; run++) {
      const finding = await lighthouse(`${baseUrl}/s/demo`, browser);
      const points = CATEGORIES.map((name) => `${name} ${finding.points[name]}`).join(', ');
      console.log(
        `Run ${run}: ${points} (largest paint ${finding.largestPaintMs} ms, blocked ${finding.blockedMs} ms)`,
      );
      runs.push(finding);
    }
    const origin = await originHere(ownerUrl, { Lighthouse: LIGHTHOUSE.split('@').at(-1) ?? '' });
    const script = { bytes: await firstViewBytes(browser, `${baseUrl}/s/demo`), limit: FIRST_VIEW_LIMIT };
    const widths = { phone: PHONE.width, desk: DESK.width, narrowest: NARROWEST };
    writeFileSync(REPORT, qualityReport({ origin, load, goal: GOAL, runs, script, widths }));
    const { points } = median(runs);
    const below = CATEGORIES.filter((name) => points[name] < GOAL);
    console.log(
      below.length > 0 ? `Below ${GOAL}: ${below.join(', ')}.` : `All four reach ${GOAL}. See docs/quality.md.`,
    );
    process.exitCode = below.length > 0 ? 1 : 0;
  }),
);

async function firstViewBytes(program: string, url: string): Promise<number> {
  const browser = await launch(program);
  try {
    const { page } = await visitor(browser);
    return total(await firstView(page, url));
  } finally {
    await browser.close();
  }
}
