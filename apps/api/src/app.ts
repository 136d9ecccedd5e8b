import type { Database } from '@salon/db/pool';
import { manageLinks } from '@salon/links/manage-link';
import { manageTokens } from '@salon/links/manage-token';
import { PAGE_SETTINGS_ID } from '@salon/reports/page-settings';
import { sentryAddress } from '@salon/reports/sentry-address';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Redis } from 'ioredis';
import { v4, v7 } from 'uuid';
import manifest from '../package.json' with { type: 'json' };
import type { Config } from './config.ts';
import { trailRepo } from './features/audit/trail.repo.ts';
import { trailRoutes } from './features/audit/trail.routes.ts';
import { availabilityRoutes } from './features/availability/availability.routes.ts';
import { claimRepo } from './features/availability/claim.repo.ts';
import { bookedTogetherRepo } from './features/booked-together/booked-together.repo.ts';
import { bookedTogetherRoutes } from './features/booked-together/booked-together.routes.ts';
import { bookedTogetherService } from './features/booked-together/booked-together.service.ts';
import { bookingRepo } from './features/booking/booking.repo.ts';
import { bookingRoutes } from './features/booking/booking.routes.ts';
import { newReference } from './features/booking/reference.ts';
import { calendarRepo } from './features/calendar/calendar.repo.ts';
import { calendarRoutes } from './features/calendar/calendar.routes.ts';
import { deskVisitRepo } from './features/calendar/desk-visit.repo.ts';
import { customerRepo } from './features/customers/customer.repo.ts';
import { customerRoutes } from './features/customers/customer.routes.ts';
import { customerSearchRepo } from './features/customers/customer-search.repo.ts';
import { customerVisitsRepo } from './features/customers/customer-visits.repo.ts';
import { formulaRoutes } from './features/customers/formula.routes.ts';
import { mergeRepo } from './features/customers/merge.repo.ts';
import { mergeRoutes } from './features/customers/merge.routes.ts';
import { deskRoutes } from './features/desk/desk.routes.ts';
import { deskChangeRepo } from './features/desk-visit/desk-change.repo.ts';
import { deskCustomerRepo } from './features/desk-visit/desk-customer.repo.ts';
import { deskVisitRoutes } from './features/desk-visit/desk-visit.routes.ts';
import { feedRepo } from './features/feed/feed.repo.ts';
import { feedRoutes } from './features/feed/feed.routes.ts';
import { openFigures } from './features/figures/figures.ts';
import { funnelRepo } from './features/funnel/funnel.repo.ts';
import { funnelRoutes } from './features/funnel/funnel.routes.ts';
import { gapsRoutes } from './features/gaps/gaps.routes.ts';
import { illRoutes } from './features/ill/ill.routes.ts';
import { inboxRepo } from './features/inbox/inbox.repo.ts';
import { inboxRoutes } from './features/inbox/inbox.routes.ts';
import { changeBell } from './features/live/change-bell.ts';
import { changeHub } from './features/live/change-hub.ts';
import { liveRepo } from './features/live/live.repo.ts';
import { liveRoutes } from './features/live/live.routes.ts';
import { loginRoutes } from './features/login/login.routes.ts';
import { openLogins } from './features/login/logins.ts';
import { takeOlderCookies } from './features/login/older-signatures.ts';
import { lostLinkRepo } from './features/lost-link/lost-link.repo.ts';
import { lostLinkRoutes } from './features/lost-link/lost-link.routes.ts';
import { manageRepo } from './features/manage/manage.repo.ts';
import { manageRoutes } from './features/manage/manage.routes.ts';
import { measureRoutes } from './features/measure/measure.routes.ts';
import { invitationRepo } from './features/member/invitation.repo.ts';
import { joinRepo } from './features/member/join.repo.ts';
import { joinRoutes } from './features/member/join.routes.ts';
import { memberRepo } from './features/member/member.repo.ts';
import { memberRoutes } from './features/member/member.routes.ts';
import { memberChangeRepo } from './features/member/member-change.repo.ts';
import { newSalonRepo } from './features/member/new-salon.repo.ts';
import { newSalonRoutes } from './features/member/new-salon.routes.ts';
import { builtPage } from './features/page/built-page.ts';
import { deskPageRoutes } from './features/page/desk-page.routes.ts';
import { dataScript } from './features/page/markup.ts';
import { answerNowhere } from './features/page/nowhere.ts';
import { pageRoutes } from './features/page/page.routes.ts';
import { pageFiles } from './features/page/page-files.ts';
import { robotsRoutes } from './features/page/robots.routes.ts';
import { forwardTo } from './features/page-reports/forward.ts';
import { pageReportsRoutes } from './features/page-reports/page-reports.routes.ts';
import { readOnlyRepo } from './features/read-only/read-only.repo.ts';
import { READ_ONLY_TOPIC } from './features/read-only/read-only.ts';
import { watchReadOnly } from './features/read-only/read-only-watch.ts';
import { salonRepo } from './features/salon/salon.repo.ts';
import { salonRoutes } from './features/salon/salon.routes.ts';
import { salonService } from './features/salon/salon.service.ts';
import { setUpRoutes } from './features/set-up/set-up.routes.ts';
import { systemRepo } from './features/system/system.repo.ts';
import { systemRoutes } from './features/system/system.routes.ts';
import { timeOffRoutes } from './features/time-off/time-off.routes.ts';
import { visitSearchRepo } from './features/visit-search/visit-search.repo.ts';
import { visitSearchRoutes } from './features/visit-search/visit-search.routes.ts';
import { letPagesCall } from './plugins/cors.ts';
import { reportFaults } from './plugins/error-reports.ts';
import { answerErrors, refuse, refuseNowhere, refuseUnreadable } from './plugins/errors.ts';
import { sendToHttps } from './plugins/https-only.ts';
import { readJsonOnly } from './plugins/json-only.ts';
import { guardDesk } from './plugins/member-gate.ts';
import { describeApi } from './plugins/openapi.ts';
import { limitRequests } from './plugins/rate-limit.ts';
import { refuseWhileReadOnly } from './plugins/read-only-gate.ts';
import { loggerOptions, logRequests } from './plugins/request-log.ts';
import { AS_ALL, setSecurityHeaders } from './plugins/security-headers.ts';
import { traceRequests } from './telemetry/request-spans.ts';

/** Largest body taken, in bytes. */
const BODY_LIMIT = 64 * 1024;
/** How long a client may take to send its request, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

export type AppDeps = {
  readonly db: Database;
  /** Shared rate limits; without it they are per process. */
  readonly redis?: Redis | undefined;
  /** Milliseconds since the epoch; the one clock of every rule and statement. */
  readonly clock: () => number;
  readonly stopping?: () => boolean;
  /** How often open streams are asked whether they may still hear, in milliseconds. */
  readonly beatMillis?: number;
  /** Where log lines go instead of standard output. */
  readonly logTo?: { write(line: string): void };
};

/** The whole API, not yet listening. The order of registration is its table of contents. */
export async function buildApp(config: Config, deps: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { ...loggerOptions(config.logLevel), ...(deps.logTo ? { stream: deps.logTo } : {}) },
    trustProxy: config.trustProxy,
    bodyLimit: BODY_LIMIT,
    // Node would refuse a request without a Host by itself, and say nothing of why.
    http: { requireHostHeader: false },
    requestTimeout: REQUEST_TIMEOUT,
    genReqId: () => v4(),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    // Whatever stands in a path is answered by the route: what is too long is unknown.
    routerOptions: { maxParamLength: 16_384 },
    clientErrorHandler: refuseUnreadable,
    // No hook runs for these, so what protects answers is set here.
    frameworkErrors(error, request, reply) {
      secure(AS_ALL, reply);
      void refuse(error, request, reply);
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);
  readJsonOnly(app);
  logRequests(app);
  traceRequests(app);
  reportFaults(app);
  const secure = setSecurityHeaders(app, config.production && config.publicUrl.startsWith('https://'));
  sendToHttps(app, config.publicUrl);
  await letPagesCall(app, config.corsOrigins);
  await limitRequests(app, config.rateLimits, deps.redis);
  await describeApi(app, manifest.version, config.publicUrl);

  const { db, clock } = deps;
  const readOnly = await watchReadOnly({
    ...{ forced: config.readOnly, repo: readOnlyRepo(db), clock },
    warn: (error) => app.log.warn({ err: error }, 'looking whether nothing may be changed'),
  });
  const figures = await openFigures(app, {
    ...{ config: config.figures, db, clock, readOnly: readOnly.state, publicUrl: config.publicUrl },
    ...{ secret: config.secrets[0] ?? '', version: manifest.version },
  });
  const tokens = manageTokens(config.secrets);
  const bell = changeBell(db.pool);
  const hub = changeHub(config.databaseDirectUrl, (error) => app.log.warn({ err: error }, 'listening for changes'));
  hub.listenIn(READ_ONLY_TOPIC, readOnly.look);
  app.addHook('onClose', () => Promise.all([bell.stop(), hub.stop(), readOnly.stop()]).then(() => undefined));
  const shared = {
    salons: salonService(salonRepo(db)),
    claims: claimRepo(db),
    bookedTogether: bookedTogetherService(bookedTogetherRepo(db), clock),
    repo: bookingRepo(db),
    visits: manageRepo(db),
    lostLinks: lostLinkRepo(db),
    clock,
    newId: () => v7(),
    newReference: () => newReference(),
    announceChange: bell.announce,
    figures: figures.bookings,
    readOnly: readOnly.state,
    rateLimits: config.rateLimits,
    tokens,
    links: manageLinks(config.publicUrl, tokens),
    learning: config.learning,
  };
  const warn = (message: string) => app.log.warn(message);
  const logins = openLogins(db, { ...config, ...shared, warn });
  const members = memberRepo(db);
  takeOlderCookies(app, config.secrets);
  guardDesk(app, { ...logins, membership: members.membership });
  refuseWhileReadOnly(app, readOnly.state, clock);

  const stopping = deps.stopping ?? (() => false);
  await app.register(
    systemRoutes({
      ...{ repo: systemRepo(db, deps.redis), readOnly: readOnly.state, version: manifest.version },
      ...{ stopping, clock },
    }),
  );
  await app.register(salonRoutes(shared));
  await app.register(availabilityRoutes(shared));
  await app.register(bookedTogetherRoutes(shared));
  await app.register(bookingRoutes(shared));
  await app.register(manageRoutes(shared));
  await app.register(lostLinkRoutes(shared));
  await app.register(funnelRoutes({ ...shared, funnel: funnelRepo(db) }));
  const { learning, rateLimits } = config;
  if (learning !== undefined) await app.register(measureRoutes({ learning, rateLimits }));
  await app.register(inboxRoutes(inboxRepo(db), config));
  await app.register(loginRoutes(logins));
  await app.register(deskRoutes({ members }));
  const joining = { ...logins, ...shared, publicUrl: config.publicUrl };
  const belonging = { memberChanges: memberChangeRepo(db), invitations: invitationRepo(db, joining) };
  await app.register(memberRoutes({ ...joining, ...belonging }));
  await app.register(joinRoutes({ ...joining, joins: joinRepo(db) }));
  await app.register(newSalonRoutes({ ...joining, newSalons: newSalonRepo(db, joining.newId) }));
  const deskVisits = deskVisitRepo(db);
  await app.register(calendarRoutes({ ...shared, deskVisits, calendar: calendarRepo(db) }));
  await app.register(gapsRoutes({ ...shared, deskVisits }));
  await app.register(feedRoutes({ ...shared, feed: feedRepo(db) }));
  const desk = {
    ...{ salons: shared.salons, deskVisits, changes: deskChangeRepo(db), clock },
    ...{ customers: deskCustomerRepo(db), newId: shared.newId, newReference: shared.newReference },
    announceChange: shared.announceChange,
    readOnly: shared.readOnly,
    figures: shared.figures,
  };
  await app.register(deskVisitRoutes(desk));
  await app.register(timeOffRoutes(desk));
  await app.register(illRoutes(desk));
  await app.register(trailRoutes({ ...desk, trail: trailRepo(db) }));
  await app.register(setUpRoutes({ ...shared, db }));
  await app.register(
    liveRoutes({
      ...{ hub, live: liveRepo(db), clock, beatMillis: deps.beatMillis, streams: figures.streams },
      onReadOnly: readOnly.onChange,
    }),
  );
  const cards = {
    ...shared,
    customers: customerRepo(db),
    customerVisits: customerVisitsRepo(db),
    customerSearch: customerSearchRepo(db),
    merges: mergeRepo(db),
  };
  await app.register(customerRoutes(cards));
  await app.register(visitSearchRoutes({ ...cards, visitSearch: visitSearchRepo(db) }));
  await app.register(formulaRoutes(cards));
  await app.register(mergeRoutes(cards));
  const reported = config.pageReports && sentryAddress(config.pageReports.dsn);
  if (reported)
    await app.register(
      pageReportsRoutes({ ...logins, ...config, ...reported, forward: forwardTo(reported.envelopes) }),
    );
  robotsRoutes(app);
  const { pageReports } = config;
  const settings = pageReports && dataScript('application/json', pageReports, PAGE_SETTINGS_ID);
  const page = builtPage(config.webDir, 'index.html', settings);
  if (page === undefined) {
    app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/docs'));
    app.setNotFoundHandler(refuseNowhere);
  } else {
    await app.register(pageRoutes({ ...shared, ...config, page, leadToDemo: !config.production }));
    const desk = builtPage(config.webDir, 'desk.html', settings);
    if (desk !== undefined) await app.register(deskPageRoutes(desk, config));
    await app.register(pageFiles(config.webDir));
    answerNowhere(app, page, config, secure);
  }
  return app;
}
