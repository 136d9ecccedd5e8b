import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CONSENT_KEY } from '../consent/consent.ts';
import { standInWindow } from '../consent/window.fixture.ts';
import { type Learning, learnNoMore, learnWith, tell, visitorHeader } from './tell.ts';

let kept: Map<string, string>;
const agree = (answer: 'yes' | 'no') => kept.set(CONSENT_KEY, JSON.stringify({ answer, at: '2026-11-23T07:00:00Z' }));

/** What a salon's project was told. */
function listening(): Learning & { heard: string[]; stopped: number } {
  const heard: string[] = [];
  const one = {
    heard,
    stopped: 0,
    capture: (event: string) => void heard.push(event),
    visitor: () => 'a-visitor',
    stop: () => void one.stopped++,
  };
  return one;
}

beforeEach(() => {
  ({ kept } = standInWindow());
});
afterEach(() => {
  learnNoMore();
  vi.unstubAllGlobals();
});

test('before she agrees nothing is kept, not even for later', () => {
  const elbe = listening();
  tell('elbe', 'booking_started', { language: 'de' });
  agree('yes');
  learnWith('elbe', elbe);
  tell('elbe', 'calendar_opened', { services: 1 });
  expect(elbe.heard).toEqual(['calendar_opened']);
});

test('what she does at a salon that measures nobody is told to none, and not to the one she comes from', () => {
  agree('yes');
  const elbe = listening();
  const end = learnWith('elbe', elbe);
  tell('elbe', 'booking_started', { language: 'de' });
  end();
  tell('quiet', 'booking_started', { language: 'de' });
  expect(visitorHeader('quiet')).toEqual({});
  const again = listening();
  learnWith('elbe', again);
  tell('quiet', 'calendar_opened', { services: 1 });
  tell('elbe', 'calendar_opened', { services: 2 });
  expect([elbe.heard, again.heard]).toEqual([['booking_started'], ['calendar_opened']]);
  expect([visitorHeader('quiet'), visitorHeader('elbe')]).toEqual([{}, { 'x-visitor': 'a-visitor' }]);
  expect(elbe.stopped).toBe(0);
});

test('what cannot be told, since nothing is ever loaded to tell it to, does not grow for ever', () => {
  agree('yes');
  for (let day = 0; day < 500; day++) tell('elbe', 'date_selected', { daysAhead: day });
  const elbe = listening();
  learnWith('elbe', elbe);
  expect(elbe.heard).toHaveLength(100);
});

test('she takes her leave back: what was stored is taken away, and no more is told', () => {
  agree('yes');
  const elbe = listening();
  learnWith('elbe', elbe);
  agree('no');
  learnNoMore();
  tell('elbe', 'booking_started', { language: 'de' });
  expect([elbe.stopped, elbe.heard, visitorHeader('elbe')]).toEqual([1, [], {}]);
});
