import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';
import { TRAIL } from '../audit/trail.repo.ts';
import { HELD, TAKEN_BY } from './desk-change.repo.ts';

const MEMBER = v7();
let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, { staff: ['Mia', 'Ben'], services: { Schnitt: { phases: [['work', 30]] } } });
  // Foreign keys make filling slow and change nothing about reading.
  for (const [table, key] of [
    ['booking', 'booking_salon_id_customer_id_fkey'],
    ['booking_item', 'booking_item_salon_id_booking_id_fkey'],
    ['booking_want', 'booking_want_salon_id_booking_id_fkey'],
    ['claim', 'claim_salon_id_booking_id_fkey'],
  ]) {
    await api.owner.query(`alter table ${table} drop constraint ${key}`);
  }
});
afterAll(() => api.close());

/** Visits up to a number with what they hold, their lines and an event of each; every tenth one this salon's own. */
async function fillTo(total: number) {
  const { rows } = await api.owner.query('select count(*)::int as n from booking');
  await api.owner.query(
    `with visit as (
       select n, md5('visit' || n)::uuid as id, case when n % 10 = 0 then $1::uuid else md5('salon' || n % 500)::uuid end as salon,
         case when n % 10 = 0 then $4::uuid else md5('staff' || n % 500)::uuid end as staff,
         timestamptz '2020-01-01 00:00+00' + interval '30 minutes' * n as begins
       from generate_series($2::bigint, $3::bigint - 1) as n
     ), booked as (
       insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency,
         name, locale, created_at, updated_at)
       select salon, id, n::text, id, 'done', 'online', begins, begins + interval '30 min', 3500, 'EUR', 'Gast', 'de', begins, begins
       from visit
     ), item as (
       insert into booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name, starts_at,
         ends_at, price_cents)
       select salon, id, 0, id, 'Schnitt', staff, 'Mia', begins, begins + interval '30 min', 3500 from visit
     ), want as (
       insert into booking_want (salon_id, booking_id, position, claimant_id, during, item_position)
       select salon, id, 0, staff, tstzrange(begins, begins + interval '30 min'), 0 from visit
     ), held as (
       insert into claim (salon_id, claimant_id, starts_at, during, booking_id)
       select salon, staff, begins, tstzrange(begins, begins + interval '30 min'), id from visit
     ), told as (
       insert into audit_entry (salon_id, id, at, actor, login_id, action, subject_kind, subject_id, version)
       select salon, id, begins, 'member', case when n % 3 = 0 then $5::uuid else md5('login' || n % 7)::uuid end, 'visit.done', 'visit', id, 2 from visit
     )
     insert into outbox (salon_id, id, kind, booking_id, sequence, created_at, not_before)
     select salon, id, 'booking_moved', id, 1, begins, begins from visit where n % 50 = 0`,
    [salon.id, rows[0].n, total, salon.staff.Mia, MEMBER],
  );
  await api.owner.query('vacuum analyze booking, booking_item, booking_want, claim, audit_entry, outbox');
}

/** What a statement touches, in pages. */
async function pages(sql: string, values: readonly unknown[]): Promise<number> {
  const client = await api.owner.connect();
  try {
    await client.query('begin');
    await client.query('set local enable_seqscan = off');
    await client.query('set local plan_cache_mode = force_generic_plan');
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${sql}`, [...values]);
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  } finally {
    await client.query('rollback');
    client.release(true);
  }
}

/** A visit of this salon in the middle of what there is. */
const oneVisit = async () =>
  (
    await api.owner.query(
      'select id, version, starts_at from booking where salon_id = $1 order by starts_at limit 1 offset 500',
      [salon.id],
    )
  ).rows[0];

/** What moving a visit to Ben costs, the write alone. */
async function moving(): Promise<number> {
  const visit = await oneVisit();
  const from = visit.starts_at as Date;
  const to = new Date(from.getTime() + 1_800_000);
  const item = {
    serviceId: v7(),
    service: 'Schnitt',
    staffId: salon.staff.Ben,
    staff: 'Ben',
    startsAt: from,
    endsAt: to,
    priceCents: 1,
  };
  const write = {
    ...{ id: visit.id, expected: visit.version, time: 'take', made: null, customer: null, items: [item] },
    wants: [{ claimantId: salon.staff.Ben, from, to, item: 0, mayOverlap: false }],
    event: { id: v7(), kind: 'booking_moved', notify: false },
    audit: { id: v7(), action: 'visit.moved', before: null, after: null },
    state: {
      status: 'confirmed',
      sequence: 1,
      startsAt: from,
      endsAt: to,
      priceCents: 1,
      customerId: null,
      name: '',
      tokenVersion: 1,
    },
  };
  const id = v7();
  const head = {
    id,
    target: id,
    key: id,
    hash: '00'.repeat(32),
    loginId: v7(),
    loginName: 'M',
    undoableUntil: to,
    undoes: null,
  };
  const values = [salon.id, 1, from, JSON.stringify(head), JSON.stringify([write]), '[]'];
  return pages('select outcome from desk_change_v1($1, $2, $3, $4, $5, $6)', values);
}

/** The trail of the salon, of a visit and of a member, fifty lines at most; and who holds two people's day, and fortnight. */
async function reading(): Promise<number[]> {
  const { id, starts_at: from } = await oneVisit();
  const lines = (sql: string, value: unknown) =>
    pages(sql, [salon.id, new Date('9999-12-31'), 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51, value]);
  const after = (days: number) => new Date(from.getTime() + days * 86_400_000);
  const both = [salon.staff.Mia, salon.staff.Ben];
  const week = [0, 1, 2, 3, 4, 5, 6];
  return [
    await lines(TRAIL.salon, null),
    await lines(TRAIL.subject, id),
    await lines(TRAIL.login, MEMBER),
    await pages(HELD, [salon.id, both, [from, from], [after(1), after(1)], []]),
    // What a sick leave is taken back from: many visits, each at a time of its own.
    await pages(HELD, [
      salon.id,
      week.map(() => salon.staff.Mia),
      week.map((day) => after(day)),
      week.map((day) => after(day + 0.1)),
      [],
    ]),
    // Where other times are looked for, for all visits of somebody ill at once.
    await pages(TAKEN_BY, [salon.id, both, from, after(17)]),
  ];
}

test('a change of the desk, and the trail, cost the same among ten thousand visits and among a hundred thousand', {
  timeout: 300_000,
}, async () => {
  await fillTo(10_000);
  const small = [await moving(), ...(await reading())];
  await fillTo(100_000);
  const large = [await moving(), ...(await reading())];
  for (const [index, before] of small.entries()) {
    // Deeper trees; reading one table whole would be thousands.
    expect(large[index], `${before} pages became ${large[index]}`).toBeLessThanOrEqual(before * 1.6 + 20);
  }
});
