import { labelCap } from '@salon/telemetry/label-cap';
import { Counter, Histogram, type Registry } from 'prom-client';

/** How many values these labels may have: salons by name, and services by name in each of them. None: the label is empty. */
export type FigureLabels = { readonly salons: number; readonly services: number };

/** How somebody's wish to book ended. `duplicate`: told once more; `refused`: for a reason; `failed`: for none of hers. */
export type BookingStatus = 'confirmed' | 'requested' | 'duplicate' | 'refused' | 'failed';

/** What a salon has unless it says otherwise. */
const USUAL_CURRENCY = 'EUR';

/** Who booked: customers by themselves, or the desk for them. */
const CHANNELS = ['online', 'desk'] as const;
type Channel = (typeof CHANNELS)[number];

/** How far customers get. */
const STEPS = ['opened', 'looked_for_times', 'tried', 'booked'] as const;
type Step = (typeof STEPS)[number];

/** What became of a wish, as far as it is counted. */
export type CountedBooking = {
  readonly status: BookingStatus;
  readonly salon: string;
  /** Unknown for what was not booked. */
  readonly service?: string | undefined;
  readonly priceCents?: number | undefined;
  readonly currency?: string | undefined;
  /** Why it was refused. */
  readonly code?: string | undefined;
  readonly seconds: number;
};

/** A visit that the desk made, or was told of once more. */
export type CountedAtDesk = {
  readonly status: 'confirmed' | 'duplicate';
  readonly salon: string;
  readonly service?: string | undefined;
  readonly priceCents: number;
  readonly currency: string;
};

export type BookingFigures = ReturnType<typeof bookingFigures>;

/** What customers do, and what it is worth. */
export function bookingFigures(registry: Registry, labels: FigureLabels) {
  const registers = [registry];
  const salonLabel = labelCap(labels.salons);
  const services = new Map<string, (service: string) => string>();
  const serviceLabel = (salon: string, service: string) => {
    const cap = services.get(salon) ?? labelCap(labels.services);
    services.set(salon, cap);
    return cap(service);
  };

  const bookings = new Counter({
    name: 'jn_bookings_total',
    help: 'Wishes to book, by who booked and how they ended; of several services the first is named. What the desk was refused is not among them: it is asked first, and then meant or not.',
    labelNames: ['channel', 'salon', 'service', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'jn_booking_duration_seconds',
    help: 'How long the answer to a wish of a customer took to find.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const refusals = new Counter({
    name: 'jn_booking_refusals_total',
    help: 'Wishes of customers that were refused, by the code of the refusal.',
    labelNames: ['code'],
    registers,
  });
  const revenue = new Counter({
    name: 'jn_revenue_booked_cents_total',
    help: 'Prices of visits booked, in minor units of their currency.',
    labelNames: ['channel', 'salon', 'currency'],
    registers,
  });
  const value = new Counter({
    name: 'jn_booked_value_cents_total',
    help: 'The same of all salons together.',
    labelNames: ['channel', 'currency'],
    registers,
  });
  const funnel = new Counter({
    name: 'jn_funnel_total',
    help: 'How often customers got so far: a salon opened, free times looked for, a booking tried, a visit booked.',
    labelNames: ['step'],
    registers,
  });
  // A series that is born with its first event shows no increase; what is watched for is there from the start.
  for (const step of STEPS) funnel.inc({ step }, 0);
  for (const channel of CHANNELS) value.inc({ channel, currency: USUAL_CURRENCY }, 0);

  /** Counts a wish; returns the label its salon has. */
  const count = (channel: Channel, status: BookingStatus, slug: string, service = '') => {
    const salon = salonLabel(slug);
    bookings.inc({ channel, salon, service: service === '' ? '' : serviceLabel(salon, service), status });
    return salon;
  };
  const earn = (channel: Channel, salon: string, currency: string, priceCents: number) => {
    revenue.inc({ channel, salon, currency }, priceCents);
    value.inc({ channel, currency }, priceCents);
  };

  return {
    step: (step: Step) => funnel.inc({ step }),

    /** A customer's wish. */
    booking({ status, service, code, priceCents, currency, seconds, ...wish }: CountedBooking): void {
      const salon = count('online', status, wish.salon, service);
      duration.observe(seconds);
      funnel.inc({ step: 'tried' });
      if (code !== undefined) refusals.inc({ code });
      if (status !== 'confirmed' && status !== 'requested') return;
      funnel.inc({ step: 'booked' });
      if (currency === undefined || priceCents === undefined) return;
      earn('online', salon, currency, priceCents);
    },

    /** A visit of the desk; it is no part of the funnel, which tells how far customers get by themselves. */
    atDesk({ status, service, priceCents, currency, ...visit }: CountedAtDesk): void {
      const salon = count('desk', status, visit.salon, service);
      if (status === 'confirmed') earn('desk', salon, currency, priceCents);
    },
  };
}
