import { expect, test } from 'vitest';
import {
  ANYBODY,
  chooseDay,
  chooseTime,
  chooseWhom,
  NO_WISH,
  next,
  previous,
  queryOf,
  stepsOf,
  toggleService,
  type Wish,
  wishOf,
} from './wish.ts';

const OFFER = {
  services: [
    { id: 'cut', staffIds: ['maren', 'jonas'] },
    { id: 'colour', staffIds: ['maren', 'aylin'] },
    { id: 'shave', staffIds: ['tomasz'] },
    { id: 'nobody', staffIds: [] },
  ],
};
const FULL: Wish = { step: 'check', services: ['cut'], whom: 'jonas', day: '2026-12-19', at: '14:00' };

test('an address says what is wanted, and is read again as the same', () => {
  expect(queryOf(FULL)).toBe('service=cut&with=jonas&day=2026-12-19&at=14:00&step=check');
  expect(wishOf(queryOf(FULL), OFFER)).toEqual(FULL);
  const doubleHour = { ...FULL, at: '02:30+01:00' };
  expect(wishOf(queryOf(doubleHour), OFFER)).toEqual(doubleHour);
  expect(queryOf(NO_WISH)).toBe('');
});

test.each([
  ['nothing', '', NO_WISH],
  ['a service that is gone', 'service=perm&with=any&step=time', NO_WISH],
  ['a service and one that is gone', 'service=perm,cut', { ...NO_WISH, services: ['cut'] }],
  ['somebody who does not do it', 'service=cut&with=aylin&day=2026-12-19&step=time', step('person')],
  ['a person without a service', 'with=jonas&step=time', NO_WISH],
  ['a time without a day', 'service=cut&with=any&at=14:00&step=check', step('time', { whom: ANYBODY })],
  ['a day that does not exist', 'service=cut&with=any&day=2026-02-30&step=time', step('time', { whom: ANYBODY })],
  [
    'a time that is none',
    'service=cut&with=any&day=2026-12-19&at=25:00&step=details',
    step('time', { whom: ANYBODY, day: '2026-12-19' }),
  ],
  ['a step that is none', 'service=cut&with=any&step=pay', { ...NO_WISH, services: ['cut'], whom: ANYBODY }],
  ['too far ahead', 'service=cut&step=check', step('person')],
  [
    'where there is no choice of person',
    'service=shave&with=any&step=person',
    { ...NO_WISH, services: ['shave'], whom: ANYBODY },
  ],
])('an address with %s', (_what, query, wish) => {
  expect(wishOf(query, OFFER)).toEqual(wish);
});

function step(name: Wish['step'], more: Partial<Wish> = {}): Wish {
  return { ...NO_WISH, services: ['cut'], step: name, ...more };
}

test('a tap chooses a service, another one changes the choice, the same takes it back', () => {
  const cut = toggleService(NO_WISH, 'cut', OFFER);
  expect(cut.services).toEqual(['cut']);
  expect(toggleService(cut, 'colour', OFFER).services).toEqual(['colour']);
  expect(toggleService(cut, 'cut', OFFER).services).toEqual([]);
});

test('another service keeps whoever does it too, and asks anew for a time', () => {
  expect(toggleService({ ...FULL, whom: 'maren' }, 'colour', OFFER)).toMatchObject({ whom: 'maren', at: null });
  expect(toggleService(FULL, 'colour', OFFER)).toMatchObject({ whom: null, day: '2026-12-19', at: null });
  expect(toggleService({ ...FULL, whom: ANYBODY }, 'shave', OFFER)).toMatchObject({ whom: ANYBODY });
});

test('with somebody else the time is open again, with the same it stays', () => {
  expect(chooseWhom(FULL, ANYBODY)).toMatchObject({ step: 'time', at: null, day: '2026-12-19' });
  expect(chooseWhom(FULL, 'jonas')).toMatchObject({ step: 'time', at: '14:00' });
});

test('a day, then a time, leads on to the details', () => {
  const day = chooseDay({ ...FULL, step: 'time' }, '2026-12-21');
  expect(day).toMatchObject({ step: 'time', day: '2026-12-21', at: null });
  expect(chooseTime(day, '2026-12-21', '10:15')).toMatchObject({ step: 'details', at: '10:15' });
});

test('the way on and the way back pass by the question with whom where only one can do it', () => {
  const shave = { ...NO_WISH, services: ['shave'] };
  expect(stepsOf(shave, OFFER)).toEqual(['services', 'time', 'details', 'check']);
  const on = next(shave, OFFER);
  expect(on).toMatchObject({ step: 'time', whom: ANYBODY });
  expect(previous(on, OFFER)).toMatchObject({ step: 'services' });
  const cut = { ...NO_WISH, services: ['cut'] };
  expect(next(cut, OFFER)).toMatchObject({ step: 'person', whom: null });
  expect(previous(cut, OFFER)).toBeUndefined();
});
