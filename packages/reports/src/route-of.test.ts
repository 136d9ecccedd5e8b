import { expect, test } from 'vitest';
import { routeOf } from './route-of.ts';

test.each([
  ['/', '/'],
  ['/s/salon-elbe?service=abc&step=time', '/s/:slug'],
  ['/s/salon-elbe/legal/imprint', '/s/:slug/legal/imprint'],
  ['/b/AZ3fKq0_9xWmQhT2vLrB7nPYcE41', '/b/:token'],
  ['/b/only-letters', '/b/:token'],
  ['https://termine.example/b/abc/calendar.ics#top', '/b/:token/calendar.ics'],
  ['/api/salons/anna-petersen/availability?from=2026-11-24', '/api/salons/:slug/availability'],
  ['/api/bookings/manage/abcdef/cancel', '/api/bookings/manage/:token/cancel'],
  ['/api/desk/018f2b6e-0000-7000-8000-000000000000/visits', '/api/desk/:id/visits'],
  ['/desk/anna-petersen/calendar', '/desk/:slug/calendar'],
  ['/desk/sign-in?to=%2Fdesk%2Felbe', '/desk/sign-in'],
  ['/desk/reset/qwertyuiop', '/desk/reset/:token'],
  ['/desk/elbe/customers/018f2b6e-0000-7000-8000-000000000000', '/desk/:slug/customers/:id'],
  ['/api/x/Anna%20Petersen', '/api/x/:id'],
])('%s is told as %s', (address, route) => {
  expect(routeOf(address)).toBe(route);
});
