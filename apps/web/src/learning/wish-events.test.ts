import { expect, test } from 'vitest';
import { NO_WISH, type Wish } from '../features/booking/wish.ts';
import { stepsReached } from './steps-reached.ts';
import { wishEvents } from './wish-events.ts';

const CUT = '0199f000-0000-7000-8000-000000000001';
const COLOUR = '0199f000-0000-7000-8000-000000000002';
const chosen: Wish = { ...NO_WISH, services: [CUT] };
const looking: Wish = { ...chosen, step: 'time', whom: ['any'] };
const taken: Wish = { ...looking, step: 'details', day: '2026-12-19', at: '14:00' };
const about = { today: '2026-12-16', forOther: false };

test.each([
  ['puts a service into her basket', NO_WISH, chosen, [['service_viewed', { service: CUT }]]],
  [
    'puts another to it, and takes none out',
    chosen,
    { ...chosen, services: [CUT, COLOUR] },
    [['service_viewed', { service: COLOUR }]],
  ],
  ['takes it out again', chosen, NO_WISH, []],
  [
    'goes on to the times',
    chosen,
    looking,
    [
      ['booking_step_completed', { step: 'services' }],
      ['calendar_opened', { services: 1 }],
    ],
  ],
  ['looks at another day', looking, { ...looking, day: '2026-12-19' }, [['date_selected', { daysAhead: 3 }]]],
  [
    'takes a time of the day she looks at',
    { ...looking, day: '2026-12-19' },
    taken,
    [
      ['time_slot_clicked', { daysAhead: 3 }],
      ['time_selected', { daysAhead: 3 }],
      ['booking_step_completed', { step: 'time' }],
    ],
  ],
  ['goes back to the times', taken, { ...taken, step: 'time' }, [['calendar_opened', { services: 1 }]]],
  [
    'has said who comes',
    taken,
    { ...taken, step: 'check' },
    [
      ['customer_details_entered', { forOther: false }],
      ['booking_step_completed', { step: 'details' }],
    ],
  ],
  ['does nothing', taken, taken, []],
] as const)('somebody %s', (_story, before, after, told) => {
  expect(wishEvents(before as Wish, after as Wish, about)).toEqual(told);
});

test.each([
  ['the page', NO_WISH, ['opened']],
  ['a service', chosen, ['opened', 'services']],
  ['a time, from a link somebody shared', taken, ['opened', 'services', 'time']],
  ['her details', { ...taken, step: 'check' }, ['opened', 'services', 'time', 'details']],
] as const)('who has come to %s has come past all before it', (_story, wish, steps) => {
  expect(stepsReached(wish as Wish)).toEqual(steps);
});
