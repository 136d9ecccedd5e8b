import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { bookingFigures, type FigureLabels } from './booking-figures.ts';
import { valueIn } from './series.fixture.ts';

const SALONS = 5_000;
const SERVICES = 40;

/** Five thousand salons, in each of which forty services are booked. */
async function told(labels: FigureLabels): Promise<string> {
  const registry = new Registry();
  const figures = bookingFigures(registry, labels);
  for (let salon = 0; salon < SALONS; salon++) {
    for (let service = 0; service < SERVICES; service++) {
      const [status, seconds] = ['confirmed', 0.01] as const;
      const names = { salon: `salon-${salon}`, service: `Service ${service}` };
      figures.booking({ ...names, status, seconds, priceCents: 100, currency: 'EUR' });
    }
  }
  return registry.metrics();
}

const seriesOf = (text: string, name: string) => text.split('\n').filter((line) => line.startsWith(`${name}{`));

test('of five thousand salons fifty are told apart, in each of them twenty services, and none is lost from the sum', async () => {
  const text = await told({ salons: 50, services: 20 });
  // Fifty and all others, in each of them twenty and all others.
  expect(seriesOf(text, 'jn_bookings_total')).toHaveLength(51 * 21);
  expect(seriesOf(text, 'jn_revenue_booked_cents_total')).toHaveLength(51);
  expect(valueIn(text, 'jn_bookings_total')).toBe(SALONS * SERVICES);
  expect(valueIn(text, 'jn_bookings_total', { salon: 'salon-0', service: 'other' })).toBe(20);
  expect(valueIn(text, 'jn_revenue_booked_cents_total', { salon: 'other' })).toBe((SALONS - 50) * SERVICES * 100);
});

test('without labels there is one series a status', async () => {
  const text = await told({ salons: 0, services: 0 });
  expect(seriesOf(text, 'jn_bookings_total')).toEqual([
    `jn_bookings_total{channel="online",salon="",service="",status="confirmed"} ${SALONS * SERVICES}`,
  ]);
  const bySalon = await told({ salons: 3, services: 0 });
  expect(seriesOf(bySalon, 'jn_bookings_total')).toHaveLength(4);
});
