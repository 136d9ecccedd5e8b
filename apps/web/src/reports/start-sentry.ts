import { errorOf } from '@salon/reports/error-of';
import { type PageSettings, REPORTS_PATH } from '@salon/reports/page-settings';
import { plainItem } from '@salon/reports/plain-envelope';
import { plainBreadcrumb } from '@salon/reports/plain-event';
import { routeOf } from '@salon/reports/route-of';
import {
  addBreadcrumb,
  addIntegration,
  breadcrumbsIntegration,
  browserTracingIntegration,
  captureEvent,
  captureException,
  init,
  linkedErrorsIntegration,
  makeFetchTransport,
  setTag,
  setUser,
} from '@sentry/react';
import { called } from '../lib/api-origin.ts';
import { areaOf } from './area-of.ts';
import { recordWithConsent } from './record-with-consent.ts';
import type { Report } from './reports.ts';
import { onWhoIsHere } from './who-is-here.ts';

/** A step of a booking, as it stands in the address. */
const stepOf = (address: unknown) => /[?&]step=([a-z]{1,12})\b/.exec(String(address))?.[1];

/** Loads what tells of errors; returns what tells it one. */
export function startSentry(settings: PageSettings): (report: Report) => void {
  const { dsn, environment, release, traces, replay } = settings;
  init({
    ...{
      dsn,
      environment,
      release,
      tunnel: called(REPORTS_PATH),
      tracesSampleRate: traces,
      tracePropagationTargets: [],
    },
    ...{ replaysSessionSampleRate: replay.sessions, replaysOnErrorSampleRate: replay.errors },
    traceLifecycle: 'static',
    defaultIntegrations: false,
    integrations: [
      linkedErrorsIntegration(),
      // What is pressed may bear a customer's name.
      breadcrumbsIntegration({ dom: false, fetch: false, xhr: false, history: true, sentry: false }),
      browserTracingIntegration({
        ...{ traceFetch: false, traceXHR: false, linkPreviousTrace: 'off', enableLongTask: false },
        beforeStartSpan: (span) => ({ ...span, name: routeOf(location.pathname) }),
      }),
    ],
    sendClientReports: false,
    dataCollection: { userInfo: false, cookies: false, httpHeaders: false, httpBodies: [], urlQueryParams: false },
    beforeBreadcrumb: (step) => {
      const message = stepOf(step.data?.to);
      return plainBreadcrumb({ ...step, ...(message === undefined ? {} : { message: `step ${message}` }) });
    },
    transport: (options) => {
      const { send, flush } = makeFetchTransport(options);
      return {
        flush,
        async send([about, items]) {
          const plain = (items as unknown as Parameters<typeof plainItem>[0][])
            .map(plainItem)
            .filter((item) => item !== undefined);
          return plain.length === 0 ? {} : send([about, plain] as unknown as Parameters<typeof send>[0]);
        },
      };
    },
  });
  setTag('part', 'web');
  onWhoIsHere(({ salon, user }) => {
    setTag('salon', salon);
    setUser(user === undefined ? null : { id: user });
  });
  if (replay.sessions + replay.errors > 0) {
    const make = () => import('./recorder.ts').then(({ makeRecorder }) => makeRecorder());
    recordWithConsent(replay.sessions, { make, first: addIntegration });
  }
  return tell;
}

function tell(report: Report): void {
  const feature = areaOf(location.pathname);
  if (report.kind === 'fault') {
    const tags = { feature, route: routeOf(location.pathname), request_id: report.number };
    captureException(errorOf(report.error), { tags });
    return;
  }
  const { method, route, status, number } = report.call;
  if (report.kind === 'step') {
    addBreadcrumb({ category: 'http', level: status < 400 ? 'info' : 'warning', data: { method, route, status } });
    return;
  }
  captureEvent({
    level: 'error',
    message: `${method} ${route} answered ${status}`,
    fingerprint: ['call', method, route, String(status)],
    tags: { feature, method, route, status: String(status), request_id: number },
  });
}
