import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerConsent, CONSENT_KEY, objectsToTracking, whileConsenting } from './consent.ts';
import { standInWindow } from './window.fixture.ts';

let page: EventTarget;
let kept: Map<string, string>;

beforeEach(() => {
  ({ page, kept } = standInWindow());
});
afterEach(() => vi.unstubAllGlobals());

const storageChange = (key: string) => page.dispatchEvent(Object.assign(new Event('storage'), { key }));

test('nobody asked is a no; a yes is heard once, kept with its day, and can be taken back', () => {
  const heard: boolean[] = [];
  const stop = whileConsenting((agrees) => heard.push(agrees));
  answerConsent('yes', new Date('2026-11-23T07:00:00Z'));
  answerConsent('yes', new Date('2026-11-23T07:00:00Z'));
  expect(JSON.parse(kept.get(CONSENT_KEY) ?? '')).toEqual({ answer: 'yes', at: '2026-11-23T07:00:00.000Z' });
  answerConsent('no');
  expect(heard).toEqual([false, true, false]);
  stop();
  answerConsent('yes');
  expect(heard).toHaveLength(3);
});

test('what she answers in another window counts here; what is no answer is a no', () => {
  const heard: boolean[] = [];
  whileConsenting((agrees) => heard.push(agrees));
  kept.set(CONSENT_KEY, '{"answer":"yes","at":"2026-11-23T07:00:00Z"}');
  storageChange('something else');
  expect(heard).toEqual([false]);
  storageChange(CONSENT_KEY);
  kept.set(CONSENT_KEY, '"perhaps"');
  storageChange(CONSENT_KEY);
  expect(heard).toEqual([false, true, false]);
});

test.each([
  ['Global Privacy Control', { globalPrivacyControl: true }, true],
  ['Do Not Track', { doNotTrack: '1' }, true],
  ['both switched off', { globalPrivacyControl: false, doNotTrack: '0' }, false],
  ['nothing said', { doNotTrack: null }, false],
  ['a browser that knows neither', {}, false],
])('a browser objects to tracking: %s', (_story, browser, objects) => {
  expect(objectsToTracking(browser)).toBe(objects);
});
