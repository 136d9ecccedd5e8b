import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerConsent, CONSENT_KEY } from '../consent/consent.ts';
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
  const again = listening();
  learnWith('elbe', again);
  tell('quiet', 'calendar_opened', { services: 1 });
  tell('elbe', 'calendar_opened', { services: 2 });
  expect([elbe.heard, again.heard]).toEqual([['booking_started'], ['calendar_opened']]);
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
  expect([elbe.stopped, elbe.heard]).toEqual([1, []]);
});

test('a booking names her number while she agrees and the salon measures, and she gets another when she agrees again', () => {
  const measured = { measuring: { projectKey: 'phc_x' } };
  expect(visitorHeader(measured)).toEqual({});
  agree('yes');
  const first = visitorHeader(measured);
  expect(first).toEqual({ 'x-visitor': expect.stringMatching(/^[\da-f-]{36}$/) });
  expect([visitorHeader(measured), visitorHeader({ measuring: null })]).toEqual([first, {}]);
  answerConsent('no');
  expect([visitorHeader(measured), kept.get(CONSENT_KEY)?.includes('visitor')]).toEqual([{}, false]);
  answerConsent('yes');
  expect(visitorHeader(measured)['x-visitor']).not.toBe(first['x-visitor']);
});

test('a browser that keeps nothing gives her no number, as it keeps no answer', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem() {
      throw new DOMException('no', 'QuotaExceededError');
    },
  });
  answerConsent('yes');
  expect(visitorHeader({ measuring: {} })).toEqual({});
});
