import type { BookingRequest } from '@salon/contracts/booking';
import { type Database, openDatabase } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { createTestDatabase } from '@salon/db/test/test-database';
import pg from 'pg';
import { v4 } from 'uuid';
import { type AppDeps, buildApp } from '../app.ts';
import { parseConfig } from '../config.ts';
import type { FixtureSalon } from './salon-fixture.ts';

/** A Monday morning before the salon opens: 08:00 in Hamburg. */
export const MONDAY_8AM = Date.parse('2026-11-23T07:00:00Z');
export const SECRET = 'a-secret-of-at-least-32-characters-for-tests';

/** The API on a database of its own, with a clock that tests turn. */
export async function testApi(environment: Record<string, string> = {}, overrides: Partial<AppDeps> = {}) {
  const database = await createTestDatabase();
  const owner = new pg.Pool({ connectionString: database.url, max: 4 });
  const clock = { now: MONDAY_8AM };
  const opened: { app: Awaited<ReturnType<typeof buildApp>>; db: Database }[] = [];

  /** One more process of the same API. */
  async function another(more: Record<string, string> = {}, deps: Partial<AppDeps> = {}) {
    const settings = {
      NODE_ENV: 'test',
      APP_SECRET: SECRET,
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'silent',
      // Whatever is built in this checkout, tests of the API are of the API alone.
      WEB_DIR: import.meta.dirname,
      ...environment,
      ...more,
    };
    const config = parseConfig({ DATABASE_URL: database.apiUrl, ...settings });
    const db = openDatabase(config.databaseUrl, 'test-api');
    const app = await buildApp(config, { db, clock: () => clock.now, ...overrides, ...deps });
    opened.push({ app, db });
    return app;
  }
  const app = await another();

  return {
    app,
    another,
    clock,
    owner,
    /** Prisma as the owner, to arrange salons with. */
    prisma: prismaOn(owner),
    database,
    async close() {
      for (const one of opened) await one.app.close();
      await Promise.all([owner.end(), ...opened.flatMap(({ db }) => [db.pool.end(), db.probe.end()])]);
      await database.drop();
    },
  };
}

export type TestApi = Awaited<ReturnType<typeof testApi>>;

/** What a booking sends; everybody has an address of their own unless one is given. */
export function wish(salon: FixtureSalon, overrides: Partial<BookingRequest> = {}): BookingRequest {
  return {
    salonSlug: salon.slug,
    ...(overrides.services ? {} : { service: 'Herrenhaarschnitt' }),
    date: '2026-11-24',
    time: '10:00',
    customer: { name: 'Jonas Petersen', email: `${v4()}@kunde.example` },
    ...overrides,
  };
}

/** Sends a booking; a fresh key unless one is given. */
export async function book(app: TestApi['app'], body: object, key: string | undefined = v4()) {
  const response = await app.inject({
    method: 'POST',
    url: '/api/bookings/public',
    headers: key === '' ? {} : { 'idempotency-key': key },
    payload: body,
  });
  return { status: response.statusCode, body: response.json(), headers: response.headers, text: response.body };
}

/** The token in a booking's link. */
export const tokenOf = (booking: { manageUrl: string }) => booking.manageUrl.split('/b/')[1] ?? '';

export async function manage(app: TestApi['app'], token: string, action = '', payload?: object, key?: string) {
  const response = await app.inject({
    method: payload === undefined ? 'GET' : 'POST',
    url: `/api/bookings/manage/${token}${action}`,
    ...(payload === undefined ? {} : { payload }),
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
  const json = (response.headers['content-type'] ?? '').toString().includes('json');
  return {
    status: response.statusCode,
    body: json ? response.json() : undefined,
    headers: response.headers,
    text: response.body,
  };
}

/** The starts offered on a day, as `HH:MM`. */
export async function offered(
  app: TestApi['app'],
  salon: FixtureSalon,
  date: string,
  service = 'Herrenhaarschnitt',
  staff = 'any',
) {
  const response = await app.inject({
    url: `/api/salons/${salon.slug}/availability?services=${salon.services[service]}&staff=${staff}&from=${date}&days=1`,
  });
  const [day] = response.json().days as [{ slots: { time: string; startsAt: string; staffIds: string[] }[] }];
  return day.slots;
}
