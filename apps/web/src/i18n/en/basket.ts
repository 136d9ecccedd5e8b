import type { Messages } from '../de.ts';

export const basketEn: Messages['basket'] = {
  upTo: (p) => `up to ${p.duration}`,
  processing: (p) => `${p.duration} of it developing time`,
  withSome: (p) => `with ${p.name}, the rest with anyone`,
  andMore: (p) => `${p.service} + ${p.n} more`,
  chosenAs: (p) => `Chosen · ${p.n} of ${p.of}`,
  full: 'One appointment has room for six services.',
  fullMore: 'Take one out first, or call the salon.',

  show: 'See and change your choice',
  close: 'Close',
  remove: (p) => `Take out ${p.service}`,
  before: (p) => `Move ${p.service} before ${p.other}`,
  after: (p) => `Move ${p.service} after ${p.other}`,
  added: (p) => `${p.service} is in.`,
  addedAs: (p) => `${p.service} is in, ${p.n} of ${p.of}.`,
  removed: (p) => `${p.service} has been taken out.`,
  moved: (p) => `${p.service} is now ${p.n} of ${p.of}.`,
  emptied: 'Nothing is chosen any more.',
  more: 'Add something else',
  several: 'Two of you, or with a child?',
  severalMore: 'Several people at once cannot be booked online yet.',
  severalCall: 'Do call for that:',

  timeHolds: 'This time is for exactly this choice. After a change you choose a time again.',
  timeGone: 'Please choose a time again.',
  timeGoneMore: (p) => `Your choice has changed, so ${p.time} no longer holds.`,

  often: 'Often booked with it here',
  share: (p) => `in ${p.over ? 'more than ' : ''}${NUMBERS[p.n]} of ${NUMBERS[p.of]} bookings of “${p.service}”`,
  add: (p) => `Add ${p.service}`,
  notNow: 'No, thanks',

  nobodyAlone: 'Nobody here does all of it alone. Choose for each service, or leave it open.',
  perService: 'Choose for each service',
  anybodyForThis: 'Anyone',
  onlyWith: (p) => `${p.name} does this`,
};

const NUMBERS: Readonly<Record<number, string>> = {
  1: 'one',
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  9: 'nine',
  10: 'ten',
};
