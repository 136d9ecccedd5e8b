import { expect, test } from 'vitest';
import { onlyKnown } from './wall.ts';

test('of what the library says of itself and the page, nothing leaves but what the catalogue names', () => {
  const own = { distinct_id: '0199f000-0000-7000-8000-000000000001', token: 'phc_x' };
  const more = {
    $current_url: 'https://x.example/b/key',
    utm_source: 'jonas@kunde.example',
    $referrer: 'x',
    title: 'Jonas',
  };
  expect(onlyKnown('date_selected', { daysAhead: 3, ...own, ...more })).toEqual({ daysAhead: 3, ...own });
});

test.each(['Jonas Petersen', 'jonas@kunde.example', 'https://x.example', '', 'x'.repeat(81), null, {}])(
  '%j is no word of a list',
  (wrong) => expect(onlyKnown('form_error', { field: 'name', wrong })).toEqual({ field: 'name' }),
);

test('an event of no catalogue does not leave', () => {
  expect(onlyKnown('$pageview', { daysAhead: 3 })).toBeUndefined();
  expect(onlyKnown('booking_completed', { services: 1 })).toBeUndefined();
});
