import type { FunnelStep } from '@salon/contracts/funnel';
import type { Wish } from '../features/booking/wish.ts';
import { CALLED, called } from '../lib/api-origin.ts';

/** How far a wish has come, each step before it included: a shared link begins in the middle. */
export function stepsReached({ services, at, step }: Wish): readonly FunnelStep[] {
  const reached: FunnelStep[] = ['opened'];
  if (services.length > 0) reached.push('services');
  if (at !== null) reached.push('time');
  if (step === 'check') reached.push('details');
  return reached;
}

/** Told while this page is open, which is all that is remembered of it, and by nobody but the page. */
const told = new Map<string, Set<FunnelStep>>();

/** Tells the API which steps were reached at a salon that were not told yet: a count, without anybody in it. */
export function tellSteps(slug: string, reached: readonly FunnelStep[]): void {
  const known = told.get(slug) ?? new Set();
  told.set(slug, known);
  const steps = reached.filter((step) => !known.has(step));
  if (steps.length === 0) return;
  for (const step of steps) known.add(step);
  fetch(called(`/api/salons/${encodeURIComponent(slug)}/steps`), {
    ...CALLED,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ steps }),
    keepalive: true,
  }).catch(() => undefined); // One count less.
}
