import { PAGE_SETTINGS_ID, type PageSettings } from '@salon/reports/page-settings';

/** What goes wrong, or is done, on a page, before and after the library is here that tells of it. */
export type Report =
  | { readonly kind: 'fault'; readonly error: unknown; readonly number: string | undefined }
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'step'; readonly call: Call };
/** A call of the API: its route, never what was sent or answered. */
export type Call = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly number: string | undefined;
};

/** Reports that wait until the page stands there; what comes on top of so many says nothing new. */
const MOST_WAITING = 30;
/** Long enough for a first view; nobody waits for this. */
const AFTER_MS = 2_000;

let waiting: Report[] | undefined;
let tell: ((report: Report) => void) | undefined;
let lastNumber: string | undefined;
const told = new Set<string>();

/** How this page reports, as the API wrote into it; undefined: to nobody. */
function settings(): PageSettings | undefined {
  const text = document.getElementById(PAGE_SETTINGS_ID)?.textContent;
  return text ? (JSON.parse(text) as PageSettings) : undefined;
}

/** Whether visits of those who agree to it are recorded; who is asked has to be told. */
export function mayRecord(): boolean {
  const replay = settings()?.replay;
  return replay !== undefined && replay.sessions + replay.errors > 0;
}

/** Reports from now on; what it takes is fetched once the first view stands there. */
export function startReports(): void {
  const found = settings();
  if (found === undefined) return;
  waiting = [];
  addEventListener('error', ({ error, message }) => reportFault(error ?? new Error(message)));
  addEventListener('unhandledrejection', ({ reason }) => reportFault(reason));
  const load = () => setTimeout(() => void fetchRest(found), AFTER_MS);
  if (document.readyState === 'complete') load();
  else addEventListener('load', load, { once: true });
}

async function fetchRest(found: PageSettings): Promise<void> {
  const { startSentry } = await import('./start-sentry.ts').catch(() => ({ startSentry: undefined }));
  // Without a network there is nobody to tell either.
  if (startSentry === undefined) return;
  tell = startSentry(found);
  for (const report of waiting ?? []) tell(report);
  waiting = undefined;
}

function hand(report: Report): void {
  if (tell !== undefined) tell(report);
  else if (waiting !== undefined && waiting.length < MOST_WAITING) waiting.push(report);
}

/** Reports what broke on the page, once; returns the number under which it can be found, if anything has one. */
export function reportFault(error: unknown): string | undefined {
  const { name, problem } = (error ?? {}) as { name?: string; problem?: { requestId?: string } };
  const number = problem?.requestId ?? lastNumber;
  // What the API answered, or that it did not, was looked at where it was asked.
  if (name !== 'ApiProblem' && name !== 'NoAnswer') hand({ kind: 'fault', error, number });
  return number;
}

/** Notes how a call was answered; a fault of ours is reported, once for its route while the page is open. */
export function noteCall(call: Call, code: string | undefined): void {
  lastNumber = call.number ?? lastNumber;
  const ours = call.status >= 500 && code !== 'read_only';
  const key = `${call.method} ${call.route} ${call.status}`;
  hand({ kind: ours && !told.has(key) ? 'call' : 'step', call });
  if (ours) told.add(key);
}
