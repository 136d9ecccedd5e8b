import type { DeskMessages } from '../de.ts';

export const figuresEn: DeskMessages['figures'] = {
  title: 'Figures',
  more: 'How far visitors get on your booking page.',
  window: 'Period',
  days: (p) => `Last ${p.n} days`,
  funnel: 'From opening the page to an appointment',
  step: 'Step',
  count: 'Number',
  share: 'Share',
  lost: 'Fewer than before',
  steps: {
    opened: 'Opened the page',
    services: 'Chose a service',
    time: 'Chose a time',
    details: 'Entered contact details',
    booked: 'Booked an appointment',
  },
  before: {
    opened: 'before the page opens',
    services: 'before they choose a service',
    time: 'before they choose a time',
    details: 'before they enter their contact details',
    booked: 'before they book',
  },
  mostLost: (p) => `Most turn back ${p.step}: ${p.lost} of ${p.of}.`,
  empty: 'Nobody has been here yet',
  emptyMore: 'As soon as somebody opens your booking page, you will see here how far visitors get.',
  moreBooked: 'There are more appointments than views: some were booked before the page began to count, or without it.',
  counted:
    'How this is counted: the first four lines are views of your booking page, without a cookie and without recognising anybody. Whoever reloads or comes back the next day counts again; search engines do not count, and one connection only so often an hour. The last line is appointments that customers booked themselves in these days, even if they were cancelled later.',
};
