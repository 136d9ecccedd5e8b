import type { palette } from '../de/palette.ts';

export const paletteEn = {
  title: 'Search and go',
  open: 'Search',
  openMore: (p) => `Search and go, ${p.keys}`,
  keys: 'Ctrl K',
  field: 'Name, number, day, or what you want to do',
  found: 'Found',
  nothing: 'Nothing found. Try a name, a phone number or a day.',
  failed: 'Searching does not work right now. Please try again in a moment.',
  searching: 'Searching',
  kinds: { day: 'Day', people: 'Customers', visits: 'Appointments', actions: 'Actions', pages: 'Pages' },
  next: (p) => `Next appointment ${p.when}`,
  last: (p) => `Last on ${p.when}`,
  newVisit: 'New appointment',
  block: 'Block time',
  gaps: 'Free time',
  ill: 'Report sick',
  print: 'Print the day',
  feed: 'What came in online',
  today: 'Calendar today',
} satisfies typeof palette;
