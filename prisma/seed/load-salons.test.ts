import { availability } from '@salon/api/features/availability/availability.service';
import { claimRepo } from '@salon/api/features/availability/claim.repo';
import { salonRepo } from '@salon/api/features/salon/salon.repo';
import { salonService } from '@salon/api/features/salon/salon.service';
import { expect, test } from 'vitest';
import { instant } from './demo/clock.ts';
import { slugOf } from './load/load-salon.ts';
import { seedLoadSalons } from './load/seed-load-salons.ts';
import { contents, databaseForTest, one } from './seeded-database.fixture.ts';

test('the slug has three digits, then more', () => {
  expect([1, 42, 999, 1000].map(slugOf)).toEqual(['load-001', 'load-042', 'load-999', 'load-1000']);
});

test('five staff do both services all day, every day', async () => {
  const db = await databaseForTest();
  await seedLoadSalons(db, 2, () => {});
  const salons = salonService(salonRepo(db));
  const salon = await salons.current({ slug: 'load-002' });
  const { config } = salon;
  const work = (minutes: number) => ({ kind: 'work', minutes });
  expect(config).toMatchObject({ timeZone: 'Europe/Berlin', currency: 'EUR', closures: [], stations: [] });
  expect(config.policy).toMatchObject({ stepMinutes: 15, leadMinutes: 0, horizonDays: 366, needsApproval: false });
  const plain = { bufferMinutes: 0, stationKind: null, duringProcessing: true, bookable: true };
  expect(config.services).toMatchObject([
    { name: 'Haarschnitt', priceCents: 3_500, phases: [work(30)], ...plain },
    {
      name: 'Färben',
      phases: [work(30), { kind: 'processing', minutes: 30 }, { kind: 'finish', minutes: 15 }],
      ...plain,
    },
  ]);

  const deps = { salons, claims: claimRepo(db), clock: () => instant('2026-11-29', '06:00') };
  for (const [index, last] of [
    ['20:30', 55],
    ['19:45', 52],
  ].entries()) {
    const query = { services: [config.services[index]?.id ?? ''], staff: ['any'], from: '2026-11-29', days: 28 };
    const { days } = await availability(deps, salon, query);
    for (const { slots } of days) {
      expect([slots.at(-1)?.time, slots.length]).toEqual(last);
      expect(slots[0]).toMatchObject({ time: '07:00', staffIds: config.staff.map(({ id }) => id) });
    }
  }
});

test('what exists is kept, what is missing is added', async () => {
  const db = await databaseForTest();
  await seedLoadSalons(db, 3, () => {});
  await db.pool.query("update salon set name = 'Umbenannt' where slug = 'load-002'");
  const before = await contents(db);
  await seedLoadSalons(db, 3, () => {});
  expect(await contents(db)).toEqual(before);
  const lines: string[] = [];
  await seedLoadSalons(db, 120, (line) => lines.push(line));
  expect(lines).toEqual(['Load salons load-001 to load-120: 117 made, 3 kept.']);
  expect(await one(db, 'select count(*)::int from staff')).toBe(600);
  expect(await one(db, "select name from salon where slug = 'load-002'")).toBe('Umbenannt');
});
