import type { Stack } from '../stack/stack.ts';
import { deskMembers } from './desk-members.ts';
import { everythingDone, fullHouse, type Goal, nobodyStarves, type Run, refusedWithin, staysLevel } from './goals.ts';

/** One script of `k6/`, named like its file. */
export type Scenario = {
  name: string;
  /** What is tried. */
  words: string;
  /** Goals beyond the thresholds of the script. */
  goals(run: Run): Goal[];
  /** Run by `all`. */
  inAll: boolean;
  /** Makes what the script needs besides the load salons; returns what it is told in its environment. */
  prepare?(stack: Stack): Promise<Record<string, string>>;
};

const DESKS = 2;

const nothingMore = () => [];

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'public-booking',
    words:
      'A day that grows busy: up to 1000 people book, each a time of her own, every third colour and cut in one visit, with a second to think in between.',
    goals: fullHouse(25),
    inAll: true,
  },
  {
    name: 'closed-loop',
    words: '1000 people book one visit after the other without a pause.',
    goals: nobodyStarves,
    inAll: true,
  },
  {
    name: 'contention',
    words: '1000 people are after the same twenty chairs, then after the next twenty, and so on without a pause.',
    goals: nobodyStarves,
    inAll: true,
  },
  {
    name: 'same-slot',
    words: '1000 people ask for the same service, day and time at one instant; five of the staff are free.',
    goals: refusedWithin(2_500),
    inAll: true,
  },
  {
    name: 'replay',
    words: '300 phones send every booking two to five times, at once and later, and lose every third answer.',
    goals: nothingMore,
    inAll: true,
  },
  {
    name: 'availability',
    words: '100 people look at ten fortnights of free times before they book one.',
    goals: nothingMore,
    inAll: true,
  },
  {
    name: 'desk',
    words:
      'Two at the desk of one salon change its days, lie visits over others and fall ill, while 100 customers book, move and cancel there.',
    goals: everythingDone(['make', 'over', 'move', 'cancel', 'mark', 'undo', 'ill', 'back']),
    inAll: true,
    prepare: async ({ ownerUrl }) => ({ DESK_LOGINS: JSON.stringify(await deskMembers(ownerUrl, DESKS)) }),
  },
  {
    name: 'soak',
    words: 'An even stream of 200 people a second for an hour, every other one only looking.',
    goals: staysLevel,
    inAll: false,
  },
];
