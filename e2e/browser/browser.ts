import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** On a busy machine a page takes its time; nothing here says how fast it has to be. */
const PATIENCE_MS = 30_000;

export const PHONE = { width: 390, height: 844 };
/** Width of the narrowest phone. */
export const NARROWEST = 320;
export const DESK = { width: 1280, height: 800 };

/** Flags of a browser in a container, where there is neither a sandbox nor a graphics card. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

export const launch = (executablePath: string, more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...ARGS, ...more] });

/** A person with a device of her own: German, on a phone, in the salon's zone, unless told otherwise. */
export async function visitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    // Colours then change at once, so that what is measured is what stays.
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  // She may open more than one page.
  context.on('weberror', (broken) => complaints.push(broken.error().message));
  await context.exposeBinding(VIOLATED, (_source, what: string) => complaints.push(what));
  await context.addInitScript(reportViolations, VIOLATED);
  const page = await context.newPage();
  return { context, page, complaints };
}

/** Where a page says what the browser kept it from. */
const VIOLATED = 'contentSecurityPolicyViolated';

/** In the page, before any script of its own: also for what no line of the console is written about. */
function reportViolations(report: string) {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
    const what = `${location.pathname}: ${effectiveDirective} kept out ${blockedURI} ${sample} (${sourceFile ?? 'document'})`;
    (globalThis as unknown as Record<string, (what: string) => void>)[report]?.(what);
  });
}

/** `complaints` is what the scripts of her pages broke on, and what the browser kept them from; a story ends with none. */
export type Visitor = { readonly context: BrowserContext; readonly page: Page; readonly complaints: readonly string[] };
