import { CalendarAnswer, CalendarRows, MonthAnswer, OverlapsAnswer } from '@salon/contracts/desk/calendar';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import { withVisits } from '@salon/domain/visit/visits-of-rows';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeStation } from '../../test/change-station.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

const TUESDAY = '2026-11-24';

let api: TestApi;
let salon: FixtureSalon;
let owner: SignedInMember;
let mia: SignedInMember;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Jonas'],
    chairs: 1,
    services: {
      Herrenhaarschnitt: { phases: [['work', 30]], buffer: 10 },
      Farbe: {
        phases: [
          ['work', 30],
          ['processing', 30],
          ['finish', 15],
        ],
        priceCents: 8_900,
        station: 'chair',
      },
    },
    policy: { maxOpenBookings: null },
  });
  owner = await signIn(api, salon, 'owner');
  mia = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
});
afterAll(() => api.close());

async function look(member = owner, query = `from=${TUESDAY}&days=1`): Promise<CalendarAnswer> {
  const { status, text } = await member.call('GET', `/api/desk/${salon.id}/calendar?${query}`);
  expect(status, text).toBe(200);
  return CalendarAnswer.parse(withVisits(CalendarRows.parse(JSON.parse(text))));
}

async function booked(overrides: Parameters<typeof wish>[1]): Promise<{ id: string; token: string }> {
  const { status, body, text } = await book(api.app, wish(salon, overrides));
  expect(status, text).toBe(201);
  return { id: body.booking.id, token: tokenOf(body.booking) };
}

/** The salon notes that somebody did not come. */
async function doesNotCome(id: string): Promise<void> {
  await api.owner.query(
    `with missed as (
       update booking set status = 'no_show', version = version + 1 where id = $1 returning salon_id, id, version
     )
     insert into audit_entry (salon_id, id, at, actor, action, subject_kind, subject_id, version)
     select salon_id, gen_random_uuid(), now(), 'system', 'visit.no_show', 'visit', id, version from missed`,
    [id],
  );
}

const found = (answer: CalendarAnswer, id: string) => answer.visits.find((visit) => visit.id === id);
const clock = (instant: string) => instant.slice(11, 16);
const phasesOf = (visit: DeskVisit | undefined) =>
  visit?.items.flatMap((item) =>
    item.phases.map(({ kind, startsAt, endsAt }) => `${kind} ${clock(startsAt)}-${clock(endsAt)}`),
  );

test('a colour shows when it develops, whose chair it takes and whom to call', async () => {
  const customer = { name: 'Anna Müller', email: 'anna@kunde.example', phone: '+49 40 555' };
  const staffId = salon.staff.Mia;
  const { id } = await booked({ service: 'Farbe', staffId, time: '10:00', note: 'Kommt mit Kinderwagen', customer });
  const answer = await look();
  const visit = found(answer, id);
  expect(visit).toMatchObject({
    status: 'confirmed',
    version: 1,
    startsAt: `${TUESDAY}T10:00:00+01:00`,
    endsAt: `${TUESDAY}T11:15:00+01:00`,
    ...customer,
    note: 'Kommt mit Kinderwagen',
    priceCents: 8_900,
    items: [{ position: 0, service: 'Farbe', staff: 'Mia', staffId, priceCents: 8_900 }],
    stations: [
      { stationId: salon.chairs[0], startsAt: `${TUESDAY}T10:00:00+01:00`, endsAt: `${TUESDAY}T11:15:00+01:00` },
    ],
    marks: { newCustomer: true, note: true, allergy: false, noShows: 0, online: true, overlaps: false },
  });
  expect(phasesOf(visit)).toEqual(['work 10:00-10:30', 'processing 10:30-11:00', 'finish 11:00-11:15']);
  expect(answer.stations).toEqual([{ id: salon.chairs[0], kind: 'chair', name: 'Stuhl 1' }]);
});

test('a chair in use no more has its column on days on which somebody is to sit there, and on no others', async () => {
  const services = { Schnitt: { phases: [['work', 30]], station: 'chair' } } as const;
  const ours = await createSalon(api.prisma, { staff: ['Mia', 'Jonas'], chairs: 2, services });
  const [eva, jonas] = [
    await signIn(api, ours, 'owner'),
    await signIn(api, ours, 'staff', { staffId: ours.staff.Jonas ?? '' }),
  ];
  const seated = wish(ours, { service: 'Schnitt', staffId: ours.staff.Mia, time: '10:00' });
  expect((await book(api.app, seated)).status).toBe(201);
  const broken = { kind: 'chair', name: 'Stuhl 1', active: false, confirm: true };
  expect((await changeStation(eva, ours, ours.chairs[0] ?? '', broken)).status).toBe(200);
  const stations = async (date: string, member = eva) =>
    (await member.call('GET', `/api/desk/${ours.id}/calendar?from=${date}&days=1`)).body.stations;
  const [retired, inUse] = [
    { id: ours.chairs[0], kind: 'chair', name: 'Stuhl 1', retired: true },
    { id: ours.chairs[1], kind: 'chair', name: 'Stuhl 2' },
  ];
  expect(await stations(TUESDAY)).toEqual([retired, inUse]);
  expect(await stations('2026-11-25')).toEqual([inUse]);
  // Whoever sees her own visits only has none there.
  expect(await stations(TUESDAY, jonas)).toEqual([inUse]);
});

test('what clearing up takes is told behind a service, and none of its phases', async () => {
  const { id } = await booked({ service: 'Herrenhaarschnitt', staffId: salon.staff.Jonas, time: '15:30' });
  const visit = found(await look(), id);
  expect(phasesOf(visit)).toEqual(['work 15:30-16:00']);
  expect(visit?.items[0]?.bufferMinutes).toBe(10);
});

test('a day shows who works when, what closes the salon and who is away', async () => {
  await api.prisma.closure.create({
    data: {
      salonId: salon.id,
      id: v7(),
      name: 'Fortbildung',
      firstDate: new Date('2026-12-01'),
      lastDate: new Date('2026-12-01'),
      startMinute: 840,
      endMinute: 1440,
    },
  });
  await api.owner.query('update salon set config_version = config_version + 1 where id = $1', [salon.id]);
  await api.owner.query(
    `insert into time_off (salon_id, id, staff_id, kind, starts_at, ends_at, reason)
     values ($1, $2, $3, 'time_off', '2026-11-30 00:00+01', '2026-12-05 00:00+01', 'Urlaub')`,
    [salon.id, v7(), salon.staff.Jonas],
  );
  const answer = await look(owner, 'from=2026-12-01&days=2');
  expect(answer.staff.map(({ name, mine }) => [name, mine])).toEqual([
    ['Mia', false],
    ['Jonas', false],
  ]);
  const hours = answer.openings
    .filter(({ staffId }) => staffId === salon.staff.Mia)
    .map(({ date, spans }) => [date, ...spans.map(({ startsAt, endsAt }) => `${clock(startsAt)}-${clock(endsAt)}`)]);
  expect(hours).toEqual([
    ['2026-12-01', '09:00-14:00'],
    ['2026-12-02', '09:00-17:00'],
  ]);
  expect(answer.closures).toEqual([
    { name: 'Fortbildung', startsAt: '2026-12-01T14:00:00+01:00', endsAt: '2026-12-02T00:00:00+01:00' },
  ]);
  expect(answer.timeOff).toMatchObject([
    { staffId: salon.staff.Jonas, kind: 'time_off', reason: 'Urlaub', startsAt: '2026-11-30T00:00:00+01:00' },
  ]);
});

test('what people write comes as they wrote it, and nothing can be written that would part it', async () => {
  const { id } = await booked({ date: '2026-12-22', time: '12:00', note: 'Zeile eins\n"Zeile" \\ zwei, Grüße 💇' });
  const answer = await look(owner, 'from=2026-12-22&days=1');
  expect(found(answer, id)?.note).toBe('Zeile eins\n"Zeile" \\ zwei, Grüße 💇');
  for (const [table, column] of [
    ['booking', 'name'],
    ['booking', 'note'],
    ['booking_item', 'service_name'],
  ]) {
    const write = api.owner.query(`update ${table} set ${column} = e'An\\u0091na' where salon_id = $1`, [salon.id]);
    await expect(write).rejects.toMatchObject({ constraint: `${table}_packable` });
  }
});

test('cancelled visits are gone, missed ones stay', async () => {
  const gone = await booked({ time: '12:00' });
  const missed = await booked({ time: '12:45' });
  await manage(api.app, gone.token, '/cancel', {});
  await doesNotCome(missed.id);
  const answer = await look();
  expect(found(answer, gone.id)).toBeUndefined();
  expect(found(answer, missed.id)?.status).toBe('no_show');
});

test('a visit over midnight belongs to both days, and one of many days to each of them', async () => {
  const customer = v7();
  await api.owner.query(
    `insert into customer (salon_id, id, name, locale, created_at) values ($1, $2, 'Nachteule', 'de', now())`,
    [salon.id, customer],
  );
  const long = async (from: string, to: string) => {
    const id = v7();
    await api.owner.query(
      `insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents,
         currency, name, locale, created_at, updated_at)
       values ($1, $2, $3, $4, 'confirmed', 'online', $5, $6, 0, 'EUR', 'Nachteule', 'de', now(), now())`,
      [salon.id, id, id.slice(-10), customer, from, to],
    );
    return id;
  };
  const overMidnight = await long('2026-12-09 23:30+01', '2026-12-10 00:30+01');
  const overDays = await long('2026-12-08 10:00+01', '2026-12-11 10:00+01');
  const until = await long('2026-12-09 20:00+01', '2026-12-10 00:00+01');
  const seen = async (date: string) => {
    const ids = (await look(owner, `from=${date}&days=1`)).visits.map(({ id }) => id);
    return [overMidnight, overDays, until].map((id) => ids.includes(id));
  };
  expect(await seen('2026-12-08')).toEqual([false, true, false]);
  expect(await seen('2026-12-09')).toEqual([true, true, true]);
  expect(await seen('2026-12-10')).toEqual([true, true, false]);
  expect(await seen('2026-12-11')).toEqual([false, true, false]);
});

describe('marks', () => {
  test('a customer is new at her first visit, and no more at the next', async () => {
    const customer = { name: 'Britta', email: 'britta@kunde.example' };
    const first = await booked({ date: '2026-11-25', time: '09:00', customer });
    const second = await booked({ date: '2026-11-26', time: '09:00', customer });
    const answer = await look(owner, 'from=2026-11-25&days=2');
    expect(found(answer, first.id)?.marks.newCustomer).toBe(true);
    expect(found(answer, second.id)?.marks.newCustomer).toBe(false);
    await manage(api.app, first.token, '/cancel', {});
    expect(found(await look(owner, 'from=2026-11-26&days=1'), second.id)?.marks.newCustomer).toBe(true);
  });

  test('who did not come is remembered', async () => {
    const customer = { name: 'Carla', email: 'carla@kunde.example' };
    const missed = await booked({ date: '2026-11-25', time: '11:00', customer });
    await doesNotCome(missed.id);
    const next = await booked({ date: '2026-11-27', time: '11:00', customer });
    const { marks } = found(await look(owner, 'from=2026-11-27&days=1'), next.id) ?? {};
    expect(marks).toMatchObject({ noShows: 1, newCustomer: true });
  });

  test('mother and child with one address at once are marked', async () => {
    const customer = { name: 'Doris', email: 'doris@kunde.example' };
    const mother = await booked({ date: '2026-11-28', time: '10:00', staffId: salon.staff.Mia, customer });
    const child = await booked({ date: '2026-11-28', time: '10:15', staffId: salon.staff.Jonas, customer });
    const later = await booked({ date: '2026-11-28', time: '12:00', customer });
    const at = (answer: CalendarAnswer) =>
      [mother, child, later].map(({ id }) => found(answer, id)?.marks.sameCustomerAtOnce);
    expect(at(await look(owner, 'from=2026-11-28&days=1'))).toEqual([true, true, false]);
    const onlyMia = await look(owner, `from=2026-11-28&days=1&staff=${salon.staff.Mia}`);
    expect(at(onlyMia)[0]).toBe(true);
  });

  test('an allergy on the card', async () => {
    const customer = { name: 'Edda', email: 'edda@kunde.example' };
    const { id } = await booked({ date: '2026-11-28', time: '15:00', customer });
    await api.owner.query("update customer set allergies = 'Ammoniak' where salon_id = $1 and email_key = $2", [
      salon.id,
      customer.email,
    ]);
    expect(found(await look(owner, 'from=2026-11-28&days=1'), id)?.marks.allergy).toBe(true);
  });

  test('what lies over taken time, for as long as it does', async () => {
    const below = await booked({ date: '2026-11-29', time: '10:00', staffId: salon.staff.Mia });
    const above = await booked({ date: '2026-11-29', time: '12:00', staffId: salon.staff.Mia });
    await api.owner.query('delete from claim where booking_id = $1', [above.id]);
    await api.owner.query(
      `update booking_want set during = tstzrange('2026-11-29 10:10+01', '2026-11-29 10:40+01') where booking_id = $1`,
      [above.id],
    );
    await api.owner.query('select hold_visit_v1($1, $2, true)', [salon.id, above.id]);
    const listed = async () => {
      const { body } = await owner.call('GET', `/api/desk/${salon.id}/overlaps`);
      return OverlapsAnswer.parse(body).overlaps.map((one) => [one.id, one.below.map(({ id }) => id)]);
    };
    const marks = async () => {
      const answer = await look(owner, 'from=2026-11-29&days=1');
      return [below, above].map(({ id }) => found(answer, id)?.marks.overlaps);
    };
    expect(await marks()).toEqual([false, true]);
    expect(await listed()).toEqual([[above.id, [below.id]]]);
    await manage(api.app, below.token, '/cancel', {});
    expect((await marks())[1]).toBe(false);
    expect(await listed()).toEqual([]);
  });
});

describe('staff', () => {
  test('see their own column only, colleagues in the same visit by name and without price', async () => {
    const services = [
      { service: 'Farbe', staffId: salon.staff.Mia ?? '' },
      { service: 'Herrenhaarschnitt', staffId: salon.staff.Jonas ?? '' },
    ];
    const shared = await booked({ services, date: '2026-12-15', time: '10:00' });
    const hers = await booked({ date: '2026-12-15', time: '14:00', staffId: salon.staff.Mia });
    const his = await booked({ date: '2026-12-15', time: '14:00', staffId: salon.staff.Jonas });
    const answer = await look(mia, 'from=2026-12-15&days=1');
    expect(answer.staff).toMatchObject([{ id: salon.staff.Mia, mine: true }]);
    expect(new Set(answer.openings.map(({ staffId }) => staffId))).toEqual(new Set([salon.staff.Mia]));
    expect(answer.visits.map(({ id }) => id).sort()).toEqual([shared.id, hers.id].sort());
    expect(found(answer, his.id)).toBeUndefined();
    const visit = found(answer, shared.id);
    expect(visit?.priceCents).toBeUndefined();
    expect(visit?.items.map(({ staff, priceCents }) => [staff, priceCents])).toEqual([
      ['Mia', 8_900],
      ['Jonas', undefined],
    ]);
    expect(found(answer, hers.id)?.priceCents).toBe(3_500);
  });

  test('cannot ask for the column of a colleague', async () => {
    const answer = await look(mia, `from=2026-12-15&days=1&staff=${salon.staff.Jonas}`);
    expect(answer).toMatchObject({ staff: [], openings: [], visits: [], timeOff: [] });
  });

  test('do not hear why a colleague is away', async () => {
    expect((await look(mia, 'from=2026-12-01&days=2')).timeOff).toEqual([]);
  });
});

test('a month says how full each day is, without those who did not come and those who are away', async () => {
  const hers = await booked({ date: '2027-01-12', time: '10:00', staffId: salon.staff.Mia, service: 'Farbe' });
  await booked({ date: '2027-01-12', time: '14:00', staffId: salon.staff.Jonas });
  const missed = await booked({ date: '2027-01-13', time: '14:00' });
  await doesNotCome(missed.id);
  await api.owner.query(
    `insert into time_off (salon_id, id, staff_id, kind, starts_at, ends_at)
     values ($1, $2, $3, 'blocked', '2027-01-13 08:00+01', '2027-01-13 11:00+01')`,
    [salon.id, v7(), salon.staff.Mia],
  );
  const month = async (member: SignedInMember) => {
    const { body } = await member.call('GET', `/api/desk/${salon.id}/month?from=2027-01-12&days=2`);
    return MonthAnswer.parse(body).days.map(({ date, ...day }) => day);
  };
  expect(await month(owner)).toEqual([
    { visits: 2, openMinutes: 960, takenMinutes: 45 + 40, closed: false },
    { visits: 0, openMinutes: 960 - 120, takenMinutes: 0, closed: false },
  ]);
  expect(await month(mia)).toEqual([
    { visits: 1, openMinutes: 480, takenMinutes: 45, closed: false },
    { visits: 0, openMinutes: 480 - 120, takenMinutes: 0, closed: false },
  ]);
  await manage(api.app, hers.token, '/cancel', {});
  expect((await month(owner))[0]).toMatchObject({ visits: 1, takenMinutes: 40 });
});

test('asks for days that can be shown', async () => {
  for (const query of ['from=2026-11-24', 'from=2026-11-24&days=0', 'from=2026-11-24&days=43', 'from=24.11.&days=1']) {
    expect((await owner.call('GET', `/api/desk/${salon.id}/calendar?${query}`)).status).toBe(400);
  }
});
