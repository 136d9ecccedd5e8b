import { describe, expect, test } from 'vitest';
import { aSalon, aService, aStaff, wallRange } from '../salon/salon.fixture.ts';
import { wallTime } from '../time/wall-clock.ts';
import { instant, MONDAY } from '../visit/visit.fixture.ts';
import { deskItems } from './desk-item.ts';
import { planVisit } from './desk-plan.ts';
import { againstRules, chooseStations, type Held, type Obstacle, overTaken } from './obstacles.ts';

const salon = aSalon({
  services: [
    aService('cut', { bufferMinutes: 10 }),
    aService('wash', { stationKind: 'basin' }),
    aService('colour', {
      phases: [
        { kind: 'work', minutes: 30 },
        { kind: 'processing', minutes: 30 },
        { kind: 'finish', minutes: 15 },
      ],
    }),
  ],
  // From nine to twelve.
  staff: [aStaff('anna', ['cut', 'colour', 'wash']), aStaff('ben', ['cut', 'wash'])],
  stations: [
    { id: 'basin-1', kind: 'basin' },
    { id: 'basin-2', kind: 'basin' },
  ],
  closures: [{ firstDate: MONDAY, lastDate: MONDAY, range: wallRange('09:00-09:30') }],
});
const clock = (at: number) => wallTime(salon.timeZone, at).time;
const told = (list: readonly Obstacle[]) =>
  list.map((one) => {
    const who = 'stationId' in one ? one.stationId : one.staffId;
    const whose = 'holder' in one && one.holder !== null ? ` ${one.holder.id}` : '';
    return `${one.kind} ${who} ${clock(one.start)}–${clock(one.end)}${whose}`;
  });

/** A visit of `cut anna 10:00` and so on. */
function planned(...words: string[]) {
  const wishes = words.map((one) => {
    const [serviceId = '', staffId = '', time = ''] = one.split(' ');
    return { serviceId, staffId, startsAt: instant(MONDAY, time) };
  });
  const items = deskItems(salon, wishes);
  if (typeof items === 'string') throw new Error(items);
  return { items, plan: planVisit(items) };
}
/** `anna 10:00-10:30 lea`: her time is held by a visit; a holder that begins with `off` is time off. */
function held(...lines: string[]): Held[] {
  return lines.map((line) => {
    const [claimantId = '', range = '', id = ''] = line.split(' ');
    const [from = '', to = ''] = range.split('-');
    const kind = id.startsWith('off') ? ('time_off' as const) : ('visit' as const);
    return { claimantId, start: instant(MONDAY, from), end: instant(MONDAY, to), holder: { kind, id, name: id } };
  });
}

describe('against the salon’s rules', () => {
  test.each([
    [['cut anna 10:00'], []],
    // Clearing up may run over somebody's hours.
    [['cut anna 11:30'], []],
    [['cut anna 11:45'], ['outside_openings anna 12:00–12:15']],
    [['cut anna 08:45'], ['closure anna 09:00–09:15', 'outside_openings anna 08:45–09:00']],
    // Nobody is kept while colour develops.
    [['colour anna 11:30'], ['outside_openings anna 12:30–12:45']],
    [['colour ben 10:00'], ['not_offered ben 10:00–11:15']],
    [['cut anna 10:00', 'cut ben 12:00'], ['outside_openings ben 12:00–12:30']],
  ])('%j', (words, expected) => {
    const { items, plan } = planned(...words);
    expect(told(againstRules(salon, items, plan))).toEqual(expected);
  });
});

describe('over taken time', () => {
  test.each([
    ['free', ['cut anna 10:00'], ['ben 10:00-10:30 lea'], []],
    ['one after the other', ['cut anna 10:00'], ['anna 10:40-11:00 lea', 'anna 09:30-10:00 tom'], []],
    ['its buffer', ['cut anna 10:00'], ['anna 10:35-11:00 lea'], ['visit anna 10:35–11:00 lea']],
    ['somebody else in the time colour develops', ['colour anna 10:00'], ['anna 10:30-11:00 lea'], []],
    [
      'one visit twice is said once',
      ['colour anna 10:00'],
      ['anna 10:00-10:15 lea', 'anna 11:00-11:30 lea'],
      ['visit anna 10:00–11:30 lea'],
    ],
    ['time off', ['cut anna 10:00'], ['anna 09:00-12:00 off1'], ['time_off anna 09:00–12:00 off1']],
    ['herself', ['cut anna 10:00', 'cut anna 10:15'], [], ['visit anna 10:15–10:30']],
  ])('%s', (_story, words, taken, expected) => {
    expect(told(overTaken(planned(...words).plan.staffClaims, [], held(...taken)))).toEqual(expected);
  });
});

describe('a station', () => {
  const choose = (taken: string[], has: string[] = [], named: string[] = []) => {
    const { plan } = planned('wash anna 10:00');
    const stations = chooseStations(salon, plan.stationNeeds, held(...taken), { has, named });
    return { chosen: stations.map(({ stationId, free }) => `${stationId}${free ? '' : '!'}`), plan, stations };
  };

  test.each([
    ['the first that is free', [], [], ['basin-1']],
    ['not one that is taken', ['basin-1 10:15-10:45 lea'], [], ['basin-2']],
    ['the one it has, if that is free', [], ['basin-2'], ['basin-2']],
    ['another than the one it has, if it must', ['basin-2 10:00-10:10 lea'], ['basin-2'], ['basin-1']],
    ['the first, shared, where none is free', ['basin-1 10:00-11:00 lea', 'basin-2 10:00-11:00 tom'], [], ['basin-1!']],
  ])('%s', (_story, taken, has, expected) => {
    expect(choose(taken, has).chosen).toEqual(expected);
  });

  test.each([
    ['the one that is named, before the one it has', [], ['basin-1'], 'basin-2', ['basin-2']],
    ['and no other where that is taken', ['basin-2 10:15-10:45 lea'], ['basin-1'], 'basin-2', ['basin-2!']],
    ['whatever is named of another kind', [], [], 'chair-1', ['basin-1']],
  ])('%s', (_story, taken, has, named, expected) => {
    expect(choose(taken, has, [named]).chosen).toEqual(expected);
  });

  test('that is shared is told, with who sits there', () => {
    const taken = ['basin-1 10:00-11:00 lea', 'basin-2 10:00-11:00 tom'];
    const { plan, stations } = choose(taken);
    expect(told(overTaken(plan.staffClaims, stations, held(...taken)))).toEqual(['station basin-1 10:00–10:30 lea']);
  });

  test('of a kind the salon has none of is not needed', () => {
    const { plan } = planned('wash anna 10:00');
    expect(chooseStations({ ...salon, stations: [] }, plan.stationNeeds, [])).toEqual([]);
  });
});
