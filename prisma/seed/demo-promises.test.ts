import { availability } from '@salon/api/features/availability/availability.service';
import { claimRepo } from '@salon/api/features/availability/claim.repo';
import { bookedTogetherRepo } from '@salon/api/features/booked-together/booked-together.repo';
import { bookedTogetherService } from '@salon/api/features/booked-together/booked-together.service';
import type { Salon } from '@salon/api/features/salon/salon';
import { salonRepo } from '@salon/api/features/salon/salon.repo';
import { salonService } from '@salon/api/features/salon/salon.service';
import { AuditEntry } from '@salon/contracts/desk/audit';
import { addDays } from '@salon/domain/time/wall-clock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from './demo/clock.ts';
import { emptyDatabase, one, seeded } from './seeded-database.fixture.ts';

// An ordinary week, and one before Christmas.
describe.each(['2026-11-25', '2026-12-18'])('the demo salon on %s', (today) => {
  let db: Awaited<ReturnType<typeof emptyDatabase>>;
  let salon: Salon;
  const count = (sql: string) => one<number>(db, `select count(*)::int ${sql}`);
  const idOf = (name: string) => salon.config.services.find((service) => service.name === name)?.id ?? '';

  beforeAll(async () => {
    db = await emptyDatabase();
    await seeded(db, today, { past: 12, ahead: 30 });
    salon = await salonService(salonRepo(db)).current({ slug: 'demo' });
  });

  afterAll(() => db.end());

  /** Free times as customers see them at nine in the morning, for the whole horizon. */
  async function freeDays(service: string) {
    const deps = { salons: salonService(salonRepo(db)), claims: claimRepo(db), clock: () => instant(today, '09:00') };
    const query = { services: [idOf(service)], staff: ['any'] };
    const first = await availability(deps, salon, { ...query, from: today, days: 62 });
    const rest = await availability(deps, salon, { ...query, from: addDays(today, 62), days: 29 });
    return [...first.days, ...rest.days];
  }

  test('has its policy, its team, its chairs and its price list', async () => {
    const { config, profile, categories } = salon;
    expect(config.policy).toMatchObject({
      stepMinutes: 15,
      leadMinutes: 60,
      horizonDays: 90,
      cancellationMinutes: 1440,
      maxOpenBookings: 5,
    });
    expect(profile).toMatchObject({
      email: 'info@demo.example',
      locale: 'de',
      city: 'Hamburg',
      colour: expect.stringMatching(/^#/),
      logoUrl: '/demo/logo.svg',
      pricesIncludeVat: true,
    });
    // Nobody takes the demo for a salon that could be held to its word.
    for (const text of Object.values(profile.legal)) expect(text).toContain('erfundenen Salon');
    expect([config.staff.length, config.stations.length, categories.length, config.services.length]).toEqual([
      6, 4, 6, 30,
    ]);
    expect(config.closures.length).toBeGreaterThan(1);
    const doers = config.staff.filter(({ offers }) =>
      offers.some((offer) => offer.serviceId === idOf('Herrenhaarschnitt')),
    );
    expect(doers.length).toBeGreaterThanOrEqual(3);
    expect(await count('from customer')).toBe(500);
  });

  test('lets in an owner and one of the staff', async () => {
    const { rows } = await db.pool.query(
      'select m.email, m.role, s.name from member m join staff s on s.member_id = m.id order by m.email',
    );
    expect(rows).toEqual([
      { email: 'owner@demo.example', role: 'owner', name: 'Maren Petersen' },
      { email: 'staff@demo.example', role: 'staff', name: 'Jonas Brandt' },
    ]);
  });

  test('has 50 free times for a Herrenhaarschnitt in any 20 days, on most days two staff at one start', async () => {
    const days = await freeDays('Herrenhaarschnitt');
    const free = days.map(({ slots }) => slots.length);
    const windows = free.slice(19).map((_, at) => free.slice(at, at + 20).reduce((sum, slots) => sum + slots, 0));
    expect(Math.min(...windows)).toBeGreaterThanOrEqual(50);
    const open = days.slice(0, 31).filter(({ slots }) => slots.length > 0);
    expect(open.length).toBeGreaterThan(18);
    const paired = open.filter(({ slots }) => slots.some(({ staffIds }) => staffIds.length > 1));
    expect(paired.length / open.length).toBeGreaterThan(0.7);
  });

  test('has free times for an hour that is all work', async () => {
    const service = salon.config.services.find(({ name }) => name === 'Hochsteckfrisur');
    expect(service?.phases).toEqual([{ kind: 'work', minutes: 60 }]);
    const free = (await freeDays('Hochsteckfrisur')).slice(0, 20).flatMap(({ slots }) => slots);
    expect(free.length).toBeGreaterThan(20);
  });

  test('cuts nobody’s hair while the colour is in it, but shapes brows and beards', () => {
    const meanwhile = salon.config.services.filter((service) => service.duringProcessing);
    expect(meanwhile.map(({ name }) => name)).toEqual(['Bart trimmen', 'Nassrasur', 'Augenbrauen zupfen']);
  });

  test('knows what its people book in one visit: who colours has it cut, and her brows done meanwhile', async () => {
    const bookedTogether = bookedTogetherService(bookedTogetherRepo(db), () => instant(today, '09:00'));
    const { services } = await bookedTogether(salon);
    const withIt = (name: string) =>
      services
        .find(({ serviceId }) => serviceId === idOf(name))
        ?.with.map(({ serviceId, comes }) => `${comes} ${salon.services.get(serviceId)?.name}`);
    expect(withIt('Ansatzfarbe')).toEqual([
      'after Waschen, Schneiden, Föhnen – kurzes Haar',
      'after Augenbrauen zupfen',
    ]);
    expect(withIt('Komplettfarbe')).toEqual(['after Trockenhaarschnitt Damen', 'after Föhnfrisur']);
    expect(withIt('Bart trimmen')).toContain('before Herrenhaarschnitt');
    expect(withIt('Balayage')).toBeUndefined();
  });

  test('has cards that somebody wrote on: notes, a few allergies, and what was mixed at visits that took place', async () => {
    expect(await count('from customer where notes is not null')).toBeGreaterThan(60);
    expect(await count('from customer where allergies is not null')).toBeGreaterThan(8);
    expect(await count('from customer_formula')).toBeGreaterThan(10);
    const mixedThere = `from customer_formula f join booking b using (salon_id, customer_id)
      join booking_item i on i.salon_id = b.salon_id and i.booking_id = b.id and i.staff_id = f.staff_id
        and i.staff_name = f.staff_name
      where b.status = 'done' and (b.starts_at at time zone 'Europe/Berlin')::date = f.mixed_on`;
    expect(await count(`from (select distinct f.id ${mixedThere}) told`)).toBe(await count('from customer_formula'));
  });

  test('told nobody', async () => {
    expect(await count('from outbox')).toBe(0);
    expect(await count('from message')).toBe(0);
  });

  test('has a trail that can be read: each line has an id as the API writes them', async () => {
    const { rows } = await db.pool.query<{ id: string }>('select id from audit_entry');
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ id }) => !AuditEntry.shape.id.safeParse(id).success)).toEqual([]);
  });

  test('has a past that is told and a future that is confirmed', async () => {
    const begun = `'${today}'::date::timestamp at time zone 'Europe/Berlin'`;
    expect(
      await count(`from booking where starts_at < ${begun} and status not in ('done', 'no_show', 'cancelled')`),
    ).toBe(0);
    expect(await count(`from booking where starts_at < ${begun} and (version, sequence) is distinct from (2, 1)`)).toBe(
      0,
    );
    expect(
      await count(
        `from booking where starts_at >= ${begun} and (status, version, updated_at) is distinct from ('confirmed', 1, created_at)`,
      ),
    ).toBe(0);
    for (const status of ['done', 'no_show', 'cancelled'])
      expect(await count(`from booking where status = '${status}'`), status).toBeGreaterThan(0);
    expect(
      await count(`from booking where created_at >= ${begun} or updated_at < created_at or created_at > starts_at`),
    ).toBe(0);
  });

  test('holds for live visits exactly what they want, for dead ones nothing', async () => {
    const live = "b.status not in ('no_show', 'cancelled')";
    const wants = `select w.booking_id, w.claimant_id, w.during from booking_want w join booking b on b.id = w.booking_id where ${live}`;
    const holds = 'select booking_id, claimant_id, during from claim where booking_id is not null';
    expect(
      await count(
        `from (${wants}) w full join (${holds}) c using (booking_id, claimant_id, during) where w is null or c is null`,
      ),
    ).toBe(0);
    expect(await count('from booking_want where overlaid')).toBe(0);
    expect(
      await count(
        'from claim a join claim b on a.claimant_id = b.claimant_id and a.starts_at < b.starts_at and a.during && b.during',
      ),
    ).toBe(0);
  });

  test('is booked online and at the desk, about half full in the next days', async () => {
    for (const source of ['online', 'salon'])
      expect(await count(`from booking where source = '${source}'`)).toBeGreaterThan(50);
    expect(await count(`from booking where starts_at >= '${today}'`)).toBeGreaterThan(200);
    expect(await count('from booking where guest_name is not null')).toBeGreaterThan(10);
    expect(
      await count('from (select booking_id from booking_item group by 1 having count(*) > 1) basket'),
    ).toBeGreaterThan(20);
  });
});
