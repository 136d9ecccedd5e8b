import { errorOf } from '@salon/reports/error-of';
import { plainBreadcrumb, plainEvent } from '@salon/reports/plain-event';
import type { ReportsSettings } from '@salon/settings/reports';
import {
  captureException,
  close,
  contextLinesIntegration,
  getCurrentScope,
  init,
  linkedErrorsIntegration,
  onUncaughtExceptionIntegration,
  onUnhandledRejectionIntegration,
} from '@sentry/node';
import { loadProfiler } from './load-profiler.ts';
import { plainTransport } from './plain-transport.ts';
import { tellOfQueries } from './queries.ts';
import { reportWith } from './reports.ts';
import { MOST, stormGuard } from './storm-guard.ts';
import { beginQuery, undertakings } from './undertakings.ts';

/** How long sending the rest may keep a process from ending, in milliseconds. */
const PATIENCE = 2_000;
/** Reports that may be on their way at once: a minute's errors, and three times as many requests told of. */
const AT_ONCE = 4 * MOST;

/**
 * Reports what goes wrong in this process. The library is loaded here and nowhere else, and of it what is named here:
 * nothing of it looks into requests, queries or other calls, and nothing is put into them. What it may collect is said
 * to be nothing; what it sends is cut down to what is known to be about nobody all the same.
 */
export async function startReports(part: 'api' | 'worker', settings: ReportsSettings): Promise<void> {
  const { dsn, environment, release, traces, profiles } = settings;
  const profiler = profiles > 0 ? await loadProfiler() : undefined;
  init({
    ...{ dsn, environment, release, tracesSampleRate: traces },
    traceLifecycle: 'static',
    defaultIntegrations: false,
    integrations: [
      linkedErrorsIntegration(),
      contextLinesIntegration(),
      onUncaughtExceptionIntegration(),
      // As without it: what nobody waits for ends the process, and a supervisor starts it again.
      onUnhandledRejectionIntegration({ mode: 'strict' }),
      ...(profiler === undefined ? [] : [profiler]),
    ],
    // Whole processes are drawn, not requests: a profiler that runs, runs for all that happens meanwhile.
    ...{ profileSessionSampleRate: profiles, profileLifecycle: 'trace', transport: plainTransport },
    // The library drops what comes while 64 are on their way: fewer than fail at once on a bad day.
    transportOptions: { bufferSize: AT_ONCE },
    enableRuntimeChannelInjection: false,
    tracePropagationTargets: [],
    includeServerName: false,
    sendClientReports: false,
    maxBreadcrumbs: 30,
    dataCollection: {
      ...{ userInfo: false, cookies: false, httpHeaders: false, httpBodies: [], urlQueryParams: false },
      ...{ databaseQueryData: false, queues: false, stackFrameVariables: false },
    },
    beforeSend: (event) => plainEvent(event),
    beforeSendTransaction: (event) => plainEvent(event),
    beforeBreadcrumb: (step) => plainBreadcrumb(step),
  });
  getCurrentScope().setTag('part', part);
  const mayReport = stormGuard();
  const capture: Parameters<typeof undertakings>[0] = ({ error, level = 'error' }, tags) => {
    if (mayReport()) captureException(errorOf(error), { level, tags: { ...tags } });
  };
  if (traces > 0) tellOfQueries({ begin: beginQuery });
  reportWith({ ...undertakings(capture, traces), end: async () => void (await close(PATIENCE)) });
}
