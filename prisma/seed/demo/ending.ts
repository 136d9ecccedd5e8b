import { MINUTE } from '@salon/domain/time/interval';
import type { Slot } from '@salon/domain/visit/slots';
import type { Random } from '../random.ts';
import { EXCUSES } from './errands.ts';

/** How a visit went, and when the salon knew. */
export type Ending =
  | { readonly status: 'done' | 'no_show'; readonly at: number }
  | { readonly status: 'cancelled'; readonly at: number; readonly reason: string | undefined };

const CANCELLED = 0.045;
const MISSED = 0.02;

/** How a past visit went: a few were called off in good time, a very few were missed. */
export function endingOf({ best }: Slot, bookedAt: number, noticeMinutes: number, random: Random): Ending {
  const { startsAt, endsAt } = best;
  const dice = random.share();
  const latest = startsAt - noticeMinutes * MINUTE;
  if (dice < CANCELLED && bookedAt < latest) {
    const at = bookedAt + Math.floor((latest - bookedAt) * random.share());
    return { status: 'cancelled', at, reason: random.pick(EXCUSES) };
  }
  if (dice > 1 - MISSED) return { status: 'no_show', at: startsAt + (15 + random.below(20)) * MINUTE };
  return { status: 'done', at: endsAt + random.below(10) * MINUTE };
}
