import { describe, expect, test } from 'vitest';
import { aSalon, aService, aStaff, everyDay, on, wallRange } from '../salon/salon.fixture.ts';
import type { SalonConfig, Staff } from '../salon/salon-config.ts';
import { resolveStart } from '../time/wall-clock.ts';
import { whyAstray } from './astray.ts';

/** A Tuesday. */
const DATE = '2026-12-08';
const stations = [
  { id: 'window', kind: 'chair' },
  { id: 'basin', kind: 'basin' },
];
const salon = (parts: Partial<SalonConfig> = {}, anna: Partial<Staff> = {}) =>
  aSalon({ services: [aService('cut'), aService('dye')], staff: [aStaff('anna', ['cut'], anna)], stations, ...parts });

function why(
  config: SalonConfig,
  times: string,
  { date = DATE, serviceId = 'cut', staffId = 'anna', stationIds = ['window'] } = {},
) {
  const wants = times.split(' ').map((one) => {
    const [from = '', to = ''] = one.split('-');
    const at = (time: string) => resolveStart(config.timeZone, date, time) ?? Number.NaN;
    return { start: at(from), end: at(to) };
  });
  return whyAstray(config, { serviceId, staffId, wants, stationIds, serviceIds: [serviceId] });
}

describe('a booked visit', () => {
  test.each([
    ['within her hours', salon(), '09:00-12:00', []],
    ['before her hours', salon(), '08:45-09:15', ['outside_openings']],
    ['into the evening', salon(), '11:45-12:15', ['outside_openings']],
    ['on her day off', salon({}, { weekly: on(1, '09:00-12:00') }), '10:00-10:30', ['outside_openings']],
    [
      'across a new lunch break',
      salon({}, { weekly: everyDay('09:00-10:00', '10:30-12:00') }),
      '09:45-10:15',
      ['outside_openings'],
    ],
    [
      'whose colour develops during the break',
      salon({}, { weekly: everyDay('09:00-10:00', '10:30-12:00') }),
      '09:30-10:00 10:30-11:00',
      [],
    ],
    [
      'on a date of other hours',
      salon({}, { exceptions: [{ date: DATE, ranges: [wallRange('10:00-11:00')] }] }),
      '11:00-11:30',
      ['outside_openings'],
    ],
    [
      'on a date the salon closes',
      salon({ closures: [{ firstDate: '2026-12-07', lastDate: DATE, range: null }] }),
      '10:00-10:30',
      ['closure'],
    ],
    [
      'before the salon closes at noon',
      salon({ closures: [{ firstDate: DATE, lastDate: DATE, range: wallRange('10:30-12:00') }] }),
      '10:00-10:30',
      [],
    ],
    [
      'outside her hours on a date that is closed as well',
      salon({ closures: [{ firstDate: DATE, lastDate: DATE, range: null }] }),
      '12:00-12:30',
      ['outside_openings'],
    ],
    ['after she left', salon({}, { activeUntil: '2026-12-07' }), '10:00-10:30', ['staff_inactive']],
    ['before she begins', salon({}, { activeFrom: '2026-12-09' }), '10:00-10:30', ['staff_inactive']],
  ])('%s', (_story, config, times, expected) => {
    expect(why(config, times)).toEqual(expected);
  });

  test('of a service she does no longer', () => {
    expect(why(salon(), '10:00-10:30', { serviceId: 'dye' })).toEqual(['not_offered']);
  });

  test('of a service that is archived, on a day that is closed', () => {
    const config = salon({ closures: [{ firstDate: DATE, lastDate: DATE, range: null }] });
    expect(why(config, '10:00-10:30', { serviceId: 'perm' })).toEqual(['closure', 'service_archived']);
  });

  test('on a chair that is no longer in use', () => {
    expect(why(salon(), '10:00-10:30', { stationIds: ['window', 'mirror'] })).toEqual(['station_inactive']);
  });

  test.each([
    ['a chair, and sits on one', 'chair', ['cut'], ['window'], []],
    ['a basin by now, and has a chair', 'basin', ['cut'], ['window'], ['station_kind']],
    ['nothing any more, and has a chair', null, ['cut'], ['window'], []],
    ['a chair by now, and was given none', 'chair', ['cut'], [], []],
    ['a chair, with a colour that takes a basin, and has both', 'chair', ['cut', 'dye'], ['window', 'basin'], []],
    ['a chair, with a colour that takes a basin, and has a basin', 'chair', ['cut', 'dye'], ['basin'], []],
    ['a basin, like its colour, and has a chair', 'basin', ['cut', 'dye'], ['window'], ['station_kind']],
    ['a basin, with something no longer sold', 'basin', ['cut', 'perm'], ['window'], []],
  ] as const)('of a cut that takes %s', (_story, stationKind, serviceIds, stationIds, expected) => {
    const config = salon({ services: [aService('cut', { stationKind }), aService('dye', { stationKind: 'basin' })] });
    const at = (time: string) => resolveStart(config.timeZone, DATE, time) ?? Number.NaN;
    const wants = [{ start: at('10:00'), end: at('10:30') }];
    expect(whyAstray(config, { serviceId: 'cut', staffId: 'anna', wants, stationIds, serviceIds })).toEqual(expected);
  });

  test('with somebody who is not there', () => {
    expect(why(salon(), '10:00-10:30', { staffId: 'nobody' })).toEqual(['staff_inactive']);
  });

  test('past midnight, where the salon is open', () => {
    const config = salon({}, { weekly: [...on(2, '20:00-24:00'), ...on(3, '00:00-01:00')] });
    const at = (date: string, time: string) => resolveStart(config.timeZone, date, time) ?? Number.NaN;
    const item = (end: string) => ({
      serviceId: 'cut',
      staffId: 'anna',
      stationIds: [],
      serviceIds: ['cut'],
      wants: [{ start: at(DATE, '23:30'), end: at('2026-12-09', end) }],
    });
    expect([whyAstray(config, item('00:30')), whyAstray(config, item('01:30'))]).toEqual([[], ['outside_openings']]);
  });
});
