import { describe, expect, it } from 'vitest';
import { MOVE, queryOf, SEE, type View, viewOf } from './view.ts';

describe('what somebody is about to do stands in the address', () => {
  it.each<[string, View]>([
    ['', SEE],
    ['booked', { kind: 'see', news: 'booked' }],
    ['moved', { kind: 'see', news: 'moved' }],
    ['changed', { kind: 'see', news: 'changed' }],
    ['cancel', { kind: 'cancel' }],
    ['move', MOVE],
    ['move&with=any', { ...MOVE, whom: 'any' }],
    ['move&day=2026-12-19', { ...MOVE, day: '2026-12-19' }],
    ['move&with=any&day=2026-12-19&at=14:00', { kind: 'move', whom: 'any', day: '2026-12-19', at: '14:00' }],
    ['move&day=2026-10-25&at=02:30%2B01:00', { ...MOVE, day: '2026-10-25', at: '02:30+01:00' }],
  ])('%s', (query, view) => {
    expect(viewOf(query)).toEqual(view);
    expect(queryOf(view)).toBe(query);
  });

  it.each([
    ['what makes no sense is left out', 'move&day=2026-02-31&at=14:00', MOVE],
    ['a time needs its day', 'move&at=14:00', MOVE],
    ['a time is a time', 'move&day=2026-12-19&at=noon', { ...MOVE, day: '2026-12-19' }],
    ['what mails add is no matter', 'utm_source=mail', SEE],
    ['also as a form writes it', 'cancel=', { kind: 'cancel' }],
  ])('%s', (_story, query, view) => {
    expect(viewOf(query)).toEqual(view);
  });
});
