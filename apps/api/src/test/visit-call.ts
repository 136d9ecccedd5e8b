import type pg from 'pg';
import { v7 } from 'uuid';
import type { FixtureSalon } from './salon-fixture.ts';

type Connection = Pick<pg.Pool, 'query'>;

type Wish = {
  /** Wall-clock time on Tuesday, 24 November 2026. */
  readonly time: string;
  readonly who?: readonly string[];
  readonly chair?: boolean;
  readonly email?: string;
  readonly maxOpen?: number;
  readonly version?: number;
};

/** A call as book_v1 and book_together_v1 take it. */
export type VisitCall = ReturnType<typeof visitCall>;

const NOW = '2026-11-23T07:00:00.000Z';
const DAY = '[2026-11-23T23:00:00Z,2026-11-24T23:00:00Z)';

export const at = (time: string) => new Date(`2026-11-24T${time}:00+01:00`);

/** The call of a customer who wants half an hour of one of these, in a salon whose service is Schnitt. */
export function visitCall(
  where: FixtureSalon,
  { time, who = ['Mia'], chair = false, version = 1, maxOpen = 5, ...rest }: Wish,
) {
  const id = v7();
  const email = rest.email ?? `${id}@kunde.example`;
  const [from, to] = [at(time), new Date(at(time).getTime() + 1_800_000)];
  const arrangements = who.map((name) => ({
    rank: 0,
    startsAt: from,
    endsAt: to,
    priceCents: 3_500,
    answer: `{"id":"${id}","staff":"${name}"}`,
    staffClaims: [{ claimantId: where.staff[name], item: 0, from, to }],
    stations: chair ? [{ from, to, ids: where.chairs }] : [],
    items: [
      {
        serviceId: where.services.Schnitt,
        service: 'Schnitt',
        staffId: where.staff[name],
        staff: name,
        startsAt: from,
        endsAt: to,
        priceCents: 3_500,
      },
    ],
  }));
  const visit = {
    id,
    reference: id.slice(-10),
    customerId: v7(),
    emailKey: email,
    status: 'confirmed',
    source: 'online',
    currency: 'EUR',
    name: 'Jonas',
    email,
    locale: 'de',
    maxOpen,
    outboxId: v7(),
    requestId: id,
  };
  return {
    salonId: where.id,
    version,
    key: `key-${id}`,
    hash: '00'.repeat(32),
    now: NOW,
    day: DAY,
    visit,
    arrangements,
  };
}

/** Sends calls in one statement; the outcomes by place, of those that were not left out. */
export async function bookTogether(db: Connection, calls: readonly VisitCall[]): Promise<Record<string, string>> {
  const { rows } = await db.query('select call, outcome from book_together_v1($1)', [JSON.stringify(calls)]);
  return Object.fromEntries(rows.map(({ call, outcome }) => [call, outcome]));
}

/** Sends a call by itself. */
export async function bookAlone(
  db: Connection,
  { salonId, version, key, hash, now, day, visit, arrangements }: VisitCall,
): Promise<{ outcome: string; answer: string }> {
  const values = [
    salonId,
    version,
    key,
    Buffer.from(hash, 'hex'),
    now,
    day,
    JSON.stringify(visit),
    JSON.stringify(arrangements),
  ];
  const { rows } = await db.query('select outcome, answer from book_v1($1, $2, $3, $4, $5, $6, $7, $8)', values);
  return rows[0];
}
