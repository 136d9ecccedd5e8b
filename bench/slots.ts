import type { VisitRequest } from '@salon/domain/visit/arrangement';
import { listSlots } from '@salon/domain/visit/slots';
import { originHere, originInWords } from '../proof/measuring/origin.ts';
import { quantile } from '../proof/measuring/spread.ts';
import { DAYS, FROM, fullBook, largeSalon } from './slots/large-salon.ts';

/**
 * How long the free slots of a month take in a large salon. Warm is what a server does all day; cold is the first
 * request after a change of configuration, when opening hours are worked out anew.
 *
 *   npm run bench -- slots
 */
const ROUNDS = 100;
const WARM_UP = 30;
const NOW = Date.parse('2026-11-30T18:00:00Z');

const requests: Record<string, VisitRequest> = {
  'one service, anybody': { items: [{ serviceId: 'cut' }] },
  'colour then cut, anybody': { items: [{ serviceId: 'colour' }, { serviceId: 'cut' }] },
  'three services, anybody': { items: [{ serviceId: 'cut' }, { serviceId: 'cut' }, { serviceId: 'cut' }] },
};
const taken = fullBook();

console.log(originInWords(await originHere()));
console.log(`${DAYS} days, 20 staff, 15 chairs, ${taken.length} claims; median of ${ROUNDS} rounds after ${WARM_UP}`);
for (const [name, request] of Object.entries(requests)) {
  const salon = largeSalon();
  report(`${name}, warm`, () => listSlots(salon, request, taken, { from: FROM, days: DAYS, now: NOW }));
  report(`${name}, cold`, () => listSlots(largeSalon(), request, taken, { from: FROM, days: DAYS, now: NOW }));
}

function report(name: string, run: () => ReturnType<typeof listSlots>): void {
  const millis: number[] = [];
  let slots = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const start = performance.now();
    const days = run();
    if (round >= WARM_UP) millis.push(performance.now() - start);
    slots = days === 'basket_too_complex' ? 0 : days.reduce((sum, day) => sum + day.slots.length, 0);
  }
  millis.sort((a, b) => a - b);
  const at = (share: number) => quantile(millis, share).toFixed(2).padStart(7);
  console.log(`${name.padEnd(32)} median ${at(0.5)} ms   p95 ${at(0.95)} ms   ${slots} slots`);
}
