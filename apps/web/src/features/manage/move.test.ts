import { describe, expect, it } from 'vitest';
import type { Slot } from '../times/day.ts';
import { isWhereItIs, moveRequest, personOf, staffAt, whomFor } from './move.ts';

const LENA = 'a0000000-0000-4000-8000-000000000001';
const TIM = 'a0000000-0000-4000-8000-000000000002';
const CUT = 'b0000000-0000-4000-8000-000000000001';
const COLOUR = 'b0000000-0000-4000-8000-000000000002';
const TWO = '2026-12-19T14:00:00+01:00';
const THREE = '2026-12-19T15:00:00+01:00';

const item = (serviceId: string, staffId: string) => ({
  serviceId,
  service: serviceId === CUT ? 'Schnitt' : 'Farbe',
  staffId,
  staff: staffId === LENA ? 'Lena Voß' : 'Tim Roth',
  startsAt: TWO,
  endsAt: THREE,
  priceCents: 3500,
});
const visit = (...items: ReturnType<typeof item>[]) => ({
  booking: {
    id: 'c0000000-0000-4000-8000-000000000001',
    reference: 'ABCD-EFGH',
    status: 'confirmed' as const,
    version: 3,
    startsAt: TWO,
    endsAt: THREE,
    timezone: 'Europe/Berlin',
    items,
    priceCents: 3500,
    currency: 'EUR',
    customer: { name: 'Anna', email: 'anna@kunde.example' },
    manageUrl: 'https://termin.example/b/x',
  },
});
const slot = (startsAt: string, staffIds: string[], more: Partial<Slot> = {}): Slot => ({
  time: startsAt.slice(11, 16),
  startsAt,
  staffIds,
  priceCents: 3500,
  durationMinutes: 30,
  ...more,
});

describe('with whom a visit is moved', () => {
  it('stays with the same person unless somebody says it does not matter', () => {
    const cut = visit(item(CUT, LENA));
    expect(personOf(cut)).toEqual({ id: LENA, name: 'Lena Voß' });
    expect(whomFor(cut, null)).toBe(LENA);
    expect(whomFor(cut, 'any')).toBe('any');
    expect(whomFor(cut, TIM)).toBe(LENA);
  });

  it('leaves it to the salon where two people do it', () => {
    const both = visit(item(COLOUR, LENA), item(CUT, TIM));
    expect(personOf(both)).toBeUndefined();
    expect(whomFor(both, null)).toBe('any');
  });

  it('is with the best for that time where it does not matter', () => {
    const cut = visit(item(CUT, LENA));
    expect(staffAt(slot(THREE, [TIM, LENA]), cut, 'any')).toEqual([TIM]);
    expect(staffAt(slot(THREE, [TIM, LENA]), cut, LENA)).toEqual([LENA]);
  });

  it('is with those whom the time names for each service', () => {
    const both = visit(item(COLOUR, LENA), item(CUT, LENA));
    const items = [item(COLOUR, LENA), item(CUT, TIM)];
    expect(staffAt(slot(THREE, [LENA], { items }), both, 'any')).toEqual([LENA, TIM]);
  });
});

describe('the time it already has', () => {
  const cut = visit(item(CUT, LENA));
  it.each([
    ['same time, same person', slot(TWO, [LENA]), LENA, true],
    ['same instant, written in another zone', slot('2026-12-19T13:00:00Z', [LENA]), LENA, true],
    ['same time, somebody else', slot(TWO, [TIM]), 'any', false],
    ['another time', slot(THREE, [LENA]), LENA, false],
  ])('%s', (_story, to, whom, same) => {
    expect(isWhereItIs(to, cut, whom)).toBe(same);
  });
});

describe('what is sent', () => {
  const cut = visit(item(CUT, LENA));
  const to = { day: '2026-12-19', at: '15:00', slot: { priceCents: 3900 } };

  it('names the person who was chosen, the price that was shown and the visit as it was seen', () => {
    const body = { date: '2026-12-19', time: '15:00', staffId: LENA, expectedPriceCents: 3900, version: 3 };
    expect(moveRequest(cut, { ...to, whom: LENA })).toEqual(body);
  });

  it('names nobody where it does not matter', () => {
    expect(moveRequest(cut, { ...to, whom: 'any' })).not.toHaveProperty('staffId');
  });
});
