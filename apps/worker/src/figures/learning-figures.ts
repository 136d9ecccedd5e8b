import type { Told } from '@salon/telemetry/posthog';
import { Counter, type Registry } from 'prom-client';

const TOLD = ['taken', 'refused', 'later'] as const satisfies readonly Told[];

/** How it goes with telling PostHog; there where somebody is to be told. */
export function learningFigures(registry: Registry) {
  const tries = new Counter({
    name: 'jn_posthog_tells_total',
    help: 'Tries to tell PostHog of booked visits, a booking each, by its answer: taken, refused for good, or to be tried again later.',
    labelNames: ['answer'],
    registers: [registry],
  });
  // A series that is born with its first event shows no increase.
  for (const answer of TOLD) tries.inc({ answer }, 0);
  return { told: (answer: Told, bookings: number) => tries.inc({ answer }, bookings) };
}
