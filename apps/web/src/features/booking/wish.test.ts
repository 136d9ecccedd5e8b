import { expect, test } from 'vitest';
import { ANYBODY } from './whom.ts';
import {
  chooseDay,
  chooseServices,
  chooseTime,
  chooseWhom,
  NO_WISH,
  next,
  previous,
  queryOf,
  stepsOf,
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
const FULL: Wish = { step: 'check', services: ['cut'], whom: ['jonas'], day: '2026-12-19', at: '14:00' };

test('an address says what is wanted, and is read again as the same', () => {
  expect(queryOf(FULL)).toBe('service=cut&with=jonas&day=2026-12-19&at=14:00&step=check');
  expect(wishOf(queryOf(FULL), OFFER)).toEqual(FULL);
  const doubleHour = { ...FULL, at: '02:30+01:00' };
  expect(wishOf(queryOf(doubleHour), OFFER)).toEqual(doubleHour);
  expect(queryOf(NO_WISH)).toBe('');
  const several: Wish = { ...FULL, services: ['colour', 'cut', 'shave'], whom: ['maren', ANYBODY, 'tomasz'] };
  expect(queryOf(several)).toContain('service=colour,cut,shave&with=maren,any,tomasz&');
  expect(wishOf(queryOf(several), OFFER)).toEqual(several);
});

test.each([
  ['nothing', '', NO_WISH],
  ['a service that is gone', 'service=perm&with=any&step=time', NO_WISH],
  ['a service and one that is gone', 'service=perm,cut', { ...NO_WISH, services: ['cut'] }],
  ['somebody who does not do it', 'service=cut&with=aylin&day=2026-12-19&step=time', step('person')],
  ['a person without a service', 'with=jonas&step=time', NO_WISH],
  ['a time without a day', 'service=cut&with=any&at=14:00&step=check', step('time', { whom: [ANYBODY] })],
  ['a day that does not exist', 'service=cut&with=any&day=2026-02-30&step=time', step('time', { whom: [ANYBODY] })],
  [
    'a time that is none',
    'service=cut&with=any&day=2026-12-19&at=25:00&step=details',
    step('time', { whom: [ANYBODY], day: '2026-12-19' }),
  ],
  ['a step that is none', 'service=cut&with=any&step=pay', { ...NO_WISH, services: ['cut'], whom: [ANYBODY] }],
  ['too far ahead', 'service=cut&step=check', step('person')],
  [
    'where there is no choice of person',
    'service=shave&with=any&step=person',
    { ...NO_WISH, services: ['shave'], whom: [ANYBODY] },
  ],
  [
    'nobody who does it all alone',
    'service=colour,cut&with=aylin&day=2026-12-19&step=time',
    step('person', { services: ['colour', 'cut'] }),
  ],
  [
    'each with somebody, one of the services gone',
    'service=colour,perm,cut&with=aylin,maren,jonas&step=time',
    step('time', { services: ['colour', 'cut'], whom: ['aylin', 'jonas'] }),
  ],
  [
    'somebody for one more than there are services',
    'service=colour,cut&with=aylin,jonas,maren&step=time',
    step('person', { services: ['colour', 'cut'] }),
  ],
  [
    'each with the same, which is said once',
    'service=colour,cut&with=maren,maren&step=time',
    step('time', { services: ['colour', 'cut'], whom: ['maren'] }),
  ],
  ['a service twice', 'service=cut,colour,cut', { ...NO_WISH, services: ['cut', 'colour'] }],
])('an address with %s', (_what, query, wish) => {
  expect(wishOf(query, OFFER)).toEqual(wish);
});

function step(name: Wish['step'], more: Partial<Wish> = {}): Wish {
  return { ...NO_WISH, services: ['cut'], step: name, ...more };
}

test('no visit has more than six services', () => {
  const services = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, staffIds: ['maren'] }));
  expect(wishOf('service=a,b,c,d,e,f,g', { services }).services).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('other services keep the day and whoever does them too, and ask anew for a time', () => {
  const atTime = { ...FULL, step: 'time' } as const;
  expect(chooseServices(atTime, ['cut', 'shave'], OFFER)).toEqual({
    ...atTime,
    services: ['cut', 'shave'],
    whom: ['jonas', ANYBODY],
    at: null,
  });
  expect(chooseServices(FULL, ['cut', 'colour'], OFFER)).toMatchObject({ step: 'time', day: '2026-12-19', at: null });
  expect(chooseServices(FULL, ['cut'], OFFER)).toBe(FULL);
});

test('another order keeps with whom each is wanted, and one taken out takes its person along', () => {
  const both: Wish = { ...FULL, services: ['colour', 'cut'], whom: ['aylin', 'jonas'] };
  expect(chooseServices(both, ['cut', 'colour'], OFFER)).toMatchObject({ whom: ['jonas', 'aylin'], step: 'time' });
  expect(chooseServices(both, ['cut'], OFFER)).toMatchObject({ whom: ['jonas'], day: '2026-12-19', at: null });
});

test('the last one taken out leads back to the services, with nothing left to ask', () => {
  expect(chooseServices(FULL, [], OFFER)).toMatchObject({
    step: 'services',
    services: [],
    whom: null,
    day: null,
    at: null,
  });
});

test('whoever is asked with whom goes on to the time where no choice is left', () => {
  const asked: Wish = { ...NO_WISH, step: 'person', services: ['cut', 'shave'] };
  expect(chooseServices(asked, ['shave'], OFFER)).toMatchObject({ step: 'time', whom: [ANYBODY] });
  expect(chooseServices(asked, ['cut'], OFFER)).toMatchObject({ step: 'person', whom: null });
});

test('with somebody else the time is open again, with the same it stays', () => {
  expect(chooseWhom(FULL, [ANYBODY])).toMatchObject({ step: 'time', at: null, day: '2026-12-19' });
  expect(chooseWhom(FULL, ['jonas'])).toMatchObject({ step: 'time', at: '14:00' });
});

test('a day, then a time, leads on to the details', () => {
  const day = chooseDay({ ...FULL, step: 'time' }, '2026-12-21');
  expect(day).toMatchObject({ step: 'time', day: '2026-12-21', at: null });
  expect(chooseTime(day, '2026-12-21', '10:15')).toMatchObject({ step: 'details', at: '10:15' });
});

test('the way on and the way back pass by the question with whom where there is no choice', () => {
  const shave = { ...NO_WISH, services: ['shave'] };
  expect(stepsOf(shave, OFFER)).toEqual(['services', 'time', 'details', 'check']);
  const on = next(shave, OFFER);
  expect(on).toMatchObject({ step: 'time', whom: [ANYBODY] });
  expect(previous(on, OFFER)).toMatchObject({ step: 'services' });
  const cut = { ...NO_WISH, services: ['cut'] };
  expect(next(cut, OFFER)).toMatchObject({ step: 'person', whom: null });
  expect(previous(cut, OFFER)).toBeUndefined();
});
