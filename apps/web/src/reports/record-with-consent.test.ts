import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerConsent } from '../consent/consent.ts';
import { standInWindow } from '../consent/window.fixture.ts';
import { type Recorder, recordWithConsent } from './record-with-consent.ts';

let did: string[];
let arrive: (() => void)[];
/** Loads for as long as `arrive` has not been called. The library throws where a second one is made. */
const make = () =>
  new Promise<Recorder>((resolve) => {
    did.push('made');
    arrive.push(() =>
      resolve({
        start: () => void did.push('start'),
        startBuffering: () => void did.push('buffer'),
        stop: ({ flush }) => void did.push(flush ? 'stop and send' : 'stop'),
      }),
    );
  });
const first = () => void did.push('first');
const loaded = async () => {
  for (const one of arrive.splice(0)) one();
  await new Promise(setImmediate);
};

beforeEach(() => {
  did = [];
  arrive = [];
  standInWindow();
});
afterEach(() => vi.unstubAllGlobals());

test('whoever thinks better of it while it is loading is not recorded', async () => {
  recordWithConsent(1, { make, first });
  answerConsent('yes');
  answerConsent('no');
  await loaded();
  expect(did).toEqual(['made']);
  answerConsent('yes');
  await loaded();
  expect(did).toEqual(['made', 'first']);
});

test('whoever agrees, refuses and agrees while it is loading is recorded once', async () => {
  recordWithConsent(1, { make, first });
  for (const answer of ['yes', 'no', 'yes'] as const) answerConsent(answer);
  await loaded();
  expect(did).toEqual(['made', 'first']);
});

test.each([
  [1, 'start'],
  [0, 'buffer'],
])(
  'whoever agrees again is recorded by the same recorder (%d of visits from the beginning: %s)',
  async (share, began) => {
    recordWithConsent(share, { make, first });
    answerConsent('yes');
    await loaded();
    answerConsent('no');
    answerConsent('yes');
    await loaded();
    expect(did).toEqual(['made', 'first', 'stop', began]);
  },
);

test('where it cannot be loaded, the next yes tries again', async () => {
  const failing = vi.fn(() => Promise.reject(new Error('no network')));
  recordWithConsent(1, { make: failing, first });
  answerConsent('yes');
  await loaded();
  answerConsent('no');
  answerConsent('yes');
  await loaded();
  expect([failing.mock.calls.length, did]).toEqual([2, []]);
});
