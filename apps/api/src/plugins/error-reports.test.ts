import { endReports } from '@salon/telemetry/reports';
import { startWatching } from '@salon/telemetry/start';
import { type EnvelopeSink, startEnvelopeSink } from '@salon/telemetry/test/envelope-sink';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../test/salon-fixture.ts';
import { signIn } from '../test/signed-in.ts';
import { book, type TestApi, testApi, tokenOf, wish } from '../test/test-api.ts';

const ANNA = { name: 'Wilhelmine Ohnesorg', email: 'wilhelmine@ohnesorg.example', phone: '+49 151 7654321' };
const NOTE = 'Bitte kein Haarspray, Allergie';
const KEY = 'key-of-wilhelmine';
const PASSWORD = 'hunde-und-katzen-7';
const COOKIE = 'salon.session=secretcookie';
const AT_ONCE = 60_000;

let sink: EnvelopeSink;
let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  sink = await startEnvelopeSink();
  await startWatching({ part: 'api', version: '1.2.3' }, { SENTRY_DSN: sink.dsn(7), SENTRY_ENVIRONMENT: 'test' });
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  // A database that quotes all it was given, as databases do.
  await api.owner.query(`
    create function quote_it() returns trigger language plpgsql as $$
    begin
      if new.note is null then return new; end if;
      raise exception 'the row (%, %, %, %) is refused: "%" of %', new.name, new.email, new.phone, new.note, new.name, new.email
        using errcode = '23514';
    end $$;
    create trigger quote_it before insert on booking for each row execute function quote_it();`);
});
afterAll(async () => {
  await endReports();
  await api.close();
  sink.stop();
});

const arrived = (requestId: unknown) => sink.errors().filter(({ tags }) => tags?.request_id === requestId);

test('a booking that fails for a fault of ours is told once, with its steps, and with nothing of whoever wanted it', async () => {
  const other = await book(api.app, wish(salon, { customer: ANNA }));
  expect(other.status).toBe(201);
  const failed = await book(api.app, wish(salon, { time: '11:00', customer: ANNA, note: NOTE }), KEY);
  expect(failed.status).toBe(500);
  const requestId = failed.body.requestId;
  await expect.poll(() => arrived(requestId), { timeout: AT_ONCE }).toHaveLength(1);
  const [event] = arrived(requestId);
  expect(event).toMatchObject({
    level: 'error',
    release: 'salon@1.2.3',
    environment: 'test',
    tags: {
      ...{ part: 'api', salon: salon.id, service: salon.services.Herrenhaarschnitt, feature: 'booking' },
      ...{ route: '/api/bookings/public', method: 'POST', status: '500', code: 'internal', fault: 'database' },
    },
    contexts: { trace: { trace_id: requestId.replaceAll('-', '') } },
  });
  expect(event?.breadcrumbs?.map(({ message }) => message)).toEqual(['rules applied, 1 ways']);
  expect(event?.exception?.values.at(-1)?.stacktrace).toBeDefined();
  expect(event?.user).toBeUndefined();

  // What succeeds is told of as well, as a request among others.
  await expect.poll(() => sink.transactions().length, { timeout: AT_ONCE }).toBeGreaterThanOrEqual(2);
  const told = sink.transactions().filter(({ tags }) => tags?.request_id === other.headers['x-request-id']);
  const traceId = String(other.headers['x-request-id']).replaceAll('-', '');
  expect(told).toMatchObject([
    { transaction: 'POST /api/bookings/public', contexts: { trace: { trace_id: traceId } } },
  ]);
  const token = tokenOf(other.body.booking);
  await api.app.inject({ url: `/api/bookings/manage/${token}`, headers: { cookie: 'salon.session=secretcookie' } });
  await api.app.inject({ url: `/b/${token}?name=ohnesorg` });
  await endedRequests(4);
  const heard = sink.heard().toLowerCase();
  for (const secret of [
    'ohnesorg',
    'wilhelmine',
    '7654321',
    'haarspray',
    KEY,
    token,
    'secretcookie',
    'content-type: appl',
  ]) {
    const at = heard.indexOf(secret.toLowerCase());
    expect(at < 0 ? '' : heard.slice(Math.max(0, at - 200), at + 80), secret).toBe('');
  }
});

test('what a client can mend is no error, and neither is a product that is set to read-only', async () => {
  const before = sink.errors().length;
  const done = sink.transactions().length;
  const taken = await book(api.app, wish(salon, { time: '10:00' }));
  const invalid = await book(api.app, { salonSlug: salon.slug });
  const nowhere = await api.app.inject({ url: '/api/salons/nowhere' });
  const quiet = await api.another({ READ_ONLY_MODE: 'true' });
  const paused = await book(quiet, wish(salon, { time: '12:00' }));
  expect([taken.status, invalid.status, nowhere.statusCode, paused.status]).toEqual([409, 400, 404, 503]);
  await endedRequests(done + 4);
  expect(sink.errors()).toHaveLength(before);
});

test('somebody at the desk is told of by her id, and by nothing else', async () => {
  const { cookie, loginId } = await signIn(api, salon, 'owner');
  await api.owner.query('alter table audit_entry rename to audit_entry_away');
  const url = `/api/desk/${salon.id}/audit`;
  const { statusCode, headers } = await api.app.inject({ url, headers: { cookie } });
  await api.owner.query('alter table audit_entry_away rename to audit_entry');
  expect(statusCode).toBe(500);
  await expect.poll(() => arrived(headers['x-request-id']), { timeout: AT_ONCE }).toHaveLength(1);
  const [event] = arrived(headers['x-request-id']);
  expect(event?.user).toEqual({ id: loginId });
  expect(event?.tags).toMatchObject({ salon: salon.id, feature: 'desk', route: '/api/desk/:salonId/audit' });
  expect(sink.heard()).not.toContain(cookie.split('=')[1]);
});

/** What code of ours, or a library's, may throw; somebody stands wherever there is room for her. */
const THROWN: Record<string, () => unknown> = {
  text: () => `no place for ${ANNA.email}`,
  nothing: () => undefined,
  null: () => null,
  cause: () => new Error('broken', { cause: new Error(`Key (email, name)=(${ANNA.email}, ${ANNA.name}) exists`) }),
  several: () => new AggregateError([new Error(`"${ANNA.name}" is gone`)], `all of ${ANNA.email} failed`),
  fields: () => Object.assign(new Error('broken'), { detail: ANNA.name, parameters: [ANNA], config: { body: ANNA } }),
  address: () => new Error(`connect redis://default:${PASSWORD}@cache.internal:6379 refused`),
  name: () => Object.assign(new Error('broken'), { name: ANNA.name }),
  object: () => ({ message: `of ${ANNA.email}`, customer: ANNA }),
};

test('whatever is thrown, fifty at once, each is told once, as part of its own request, and of nobody', async () => {
  const app = await api.another();
  app.get('/api/broken/:thrown/:secret', async ({ params }) => {
    await new Promise(setImmediate);
    throw THROWN[(params as { thrown: string }).thrown]?.();
  });
  const kinds = Object.keys(THROWN);
  const headers = {
    'user-agent': ANNA.name,
    cookie: COOKIE,
    referer: `https://x/?q=${ANNA.email}`,
  };
  const asked = Array.from({ length: 50 }, (_, at) => {
    const url = `/api/broken/${kinds[at % kinds.length]}/Ohnesorg?name=${encodeURIComponent(ANNA.name)}`;
    return app.inject({ url, headers });
  });
  const answers = await Promise.all(asked);
  for (const answer of answers) {
    expect(answer.json()).toMatchObject({ status: 500, code: 'internal', requestId: answer.headers['x-request-id'] });
  }
  const ids = answers.map((answer) => answer.json().requestId as string);
  expect(new Set(ids).size).toBe(50);
  await expect.poll(() => ids.flatMap(arrived).length, { timeout: 20_000 }).toBe(50);
  for (const id of ids) {
    expect(arrived(id)).toMatchObject([
      { tags: { route: '/api/broken/:thrown/:secret' }, contexts: { trace: { trace_id: id.replaceAll('-', '') } } },
    ]);
  }
  await expect
    .poll(() => sink.transactions().filter(({ tags }) => ids.includes(tags?.request_id ?? '')).length, {
      timeout: 20_000,
    })
    .toBe(50);
  expect(ids.flatMap(arrived)).toHaveLength(50);
  const heard = sink.heard().toLowerCase();
  for (const secret of ['ohnesorg', 'wilhelmine', '7654321', 'secretcookie', PASSWORD]) {
    const at = heard.indexOf(secret);
    expect(at < 0 ? '' : heard.slice(Math.max(0, at - 200), at + 80), secret).toBe('');
  }
});

/** Waits until that many requests were told of: what would have been told with them has been told by then. */
async function endedRequests(many: number): Promise<void> {
  await expect.poll(() => sink.transactions().length, { timeout: AT_ONCE }).toBeGreaterThanOrEqual(many);
}
