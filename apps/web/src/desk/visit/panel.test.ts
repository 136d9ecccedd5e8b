import { expect, test } from 'vitest';
import { blank, type Panel, readPanel, writePanel } from './panel.ts';

const START = Date.parse('2026-12-19T10:00:00+01:00');
const STAFF = '0198c0de-0000-7000-8000-000000000001';

test.each<[string, Panel]>([
  ['new', blank('new')],
  [`new.${STAFF}.${START / 60_000}.45`, { kind: 'new', staffId: STAFF, start: START, minutes: 45, again: null }],
  [`new._.${START / 60_000}._.visit`, { kind: 'new', staffId: null, start: START, minutes: null, again: 'visit' }],
  [`block.${STAFF}`, { kind: 'block', staffId: STAFF, start: null, minutes: null, again: null }],
  ['timeOff.some-id', { kind: 'timeOff', id: 'some-id' }],
  ['gaps', { kind: 'gaps' }],
  ['ill', { kind: 'ill' }],
])('%s', (text, panel) => {
  expect(writePanel(panel)).toBe(text);
  expect(readPanel(text)).toEqual(panel);
});

test('what is wrong in an address is as if it were not there', () => {
  expect([null, '', 'nothing', 'timeOff'].map(readPanel)).toEqual([undefined, undefined, undefined, undefined]);
  expect(readPanel('new._.soon.-5')).toEqual(blank('new'));
});
