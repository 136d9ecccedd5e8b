import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '@salon/db/embedded/start-error';
import { ALERTMANAGER, PROMETHEUS } from '../../ops/test/tools.ts';
import { startWatchers } from '../../ops/test/watchers.ts';
import { until } from '../../proof/stack/processes.ts';
import { thenUndo } from '../../proof/stack/undo-stack.ts';
import { entry } from '../../scripts/entry.ts';
import { launch } from '../browser/browser.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { startProduct } from '../product/product.ts';
import { drawLines, linesOf, showAlerts } from './prometheus-page.ts';
import { letThemBook } from './visitors.ts';

const FOLDER = fileURLToPath(new URL('../../docs/images/figures', import.meta.url));
const TOKEN = 'for-the-pictures-alone';
const VISITORS = 4;
const MINUTES = 2;
const ALERT_MS = 60_000;

/** Panels that two minutes have something to say of. */
const SHOWN = {
  business: ['Bookings an hour', 'How far customers get', 'Why bookings are refused', 'Worth an hour'],
  system: ['Requests a second', 'How long bookings take', 'Mails an hour', 'Processor'],
};

// npm run dashboards -- pictures: what the dashboards show of a product at work, as Prometheus' own page draws it.
await entry(() =>
  thenUndo(async (undo) => {
    if (!PROMETHEUS || !ALERTMANAGER)
      throw new StartError(
        'Pictures need prometheus and alertmanager on the path (Debian: prometheus prometheus-alertmanager).',
      );
    const program = await findBrowser();
    const product = await startProduct(undo, { METRICS_TOKEN: TOKEN });
    const watchers = await startWatchers({
      ...{ folder: join(product.dataDir, 'watchers'), token: TOKEN },
      ...{ target: new URL(product.baseUrl).host, webhook: 'http://127.0.0.1:9' },
    });
    undo.add(watchers.stop);
    const booked = await letThemBook(product.baseUrl, VISITORS, Date.now() + MINUTES * 60_000);
    console.log(`${VISITORS} visitors booked ${booked} times in ${MINUTES} minutes.`);

    const browser = await launch(program);
    undo.add(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    mkdirSync(FOLDER, { recursive: true });
    const take = async (name: string) => {
      await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
      console.log(`docs/images/figures/${name}.png`);
    };
    for (const [dashboard, titles] of Object.entries(SHOWN)) {
      await drawLines(page, watchers.url, linesOf(dashboard, titles), MINUTES + 1);
      await take(dashboard);
    }
    // Nothing has backed this product up, so one alert fires by itself.
    const fires = async () => (await (await fetch(`${watchers.url}/api/v1/alerts`)).text()).includes('"firing"');
    await until(fires, 'the alert of a backup that nobody made', ALERT_MS);
    await showAlerts(page, watchers.url, 'BackupTooOld');
    await take('alerts');
  }),
);
