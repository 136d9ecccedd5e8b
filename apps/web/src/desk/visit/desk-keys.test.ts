import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { auditQuery } from '../audit/audit.calls.ts';
import { calendar, cut } from '../calendar/calendar.fixture.ts';
import { calendarQuery, catalogueQuery, monthQuery } from '../calendar/calendar.queries.ts';
import { customerQuery } from '../customers/customers.queries.ts';
import { feedQuery } from '../feed/feed.queries.ts';
import { gapsQuery } from '../gaps/gaps.queries.ts';
import { illQuery } from '../ill/ill.queries.ts';
import { outsideQuery } from '../set-up/set-up.queries.ts';
import { lookAgain, putAnswered } from './desk-keys.ts';
import { visitQuery } from './visit.queries.ts';

const DAY = '2026-12-19';

/** All that shows visits of a salon, under the keys by which it is really kept. */
const shown = (salonId: string) => ({
  ...{ calendar: calendarQuery(salonId, DAY, 1).queryKey, month: monthQuery(salonId, DAY, 42, []).queryKey },
  ...{ gaps: gapsQuery(salonId, DAY).queryKey, feed: feedQuery(salonId).queryKey },
  ill: illQuery(salonId, 'ada', DAY, DAY).queryKey,
  ...{ visit: visitQuery(salonId, 'anna').queryKey, history: auditQuery(salonId, 'anna').queryKey },
  ...{ card: customerQuery(salonId, 'anna').queryKey, outside: outsideQuery(salonId).queryKey },
});

test('a change of the day book has all looked at again that shows visits of the salon, and nothing else', () => {
  const client = new QueryClient();
  const [here, there] = [shown('elbe'), shown('alster')];
  const catalogue = catalogueQuery('elbe').queryKey;
  for (const key of [...Object.values(here), ...Object.values(there), catalogue]) client.setQueryData(key, {} as never);
  lookAgain(client, 'elbe');
  const isOld = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;
  expect(Object.entries(here).filter(([, key]) => !isOld(key))).toEqual([]);
  expect([...Object.values(there), catalogue].filter(isOld)).toEqual([]);
});

test('an open panel shows what was answered at once, and nothing older than it has read', () => {
  const client = new QueryClient();
  const anna = { ...cut('Anna', '09:00', '09:30'), version: 3 };
  const here = { calendar: calendarQuery('elbe', DAY, 1).queryKey, panel: visitQuery('elbe', anna.id).queryKey };
  const read = { visit: anna, outside: false, createdAt: anna.startsAt, cancelReason: null, customer: null };
  client.setQueryData(here.calendar, calendar({ visits: [anna] }));
  client.setQueryData(here.panel, read);
  const status = () => [
    client.getQueryData(here.panel)?.visit.status,
    client.getQueryData(here.calendar)?.visits[0]?.status,
  ];
  putAnswered(client, 'elbe', [{ ...anna, status: 'arrived', version: 4 }]);
  expect(status()).toEqual(['arrived', 'arrived']);
  putAnswered(client, 'elbe', [{ ...anna, status: 'no_show', version: 2 }]);
  expect(status()).toEqual(['arrived', 'arrived']);
});
