import type { palette } from '../de/palette.ts';

export const paletteEn = {
  title: 'Search and go',
  open: 'Search',
  openMore: (p) => `Search and go, ${p.keys}`,
  keys: 'Ctrl K',
  field: 'Name, day, or what you want to do',
  found: 'Found',
  nothing: 'Nothing found.',
  searching: 'Searching',
  kinds: { day: 'Day', people: 'Customers', visits: 'Next appointments', actions: 'Actions', pages: 'Pages' },
  next: (p) => `Next appointment ${p.when}`,
  last: (p) => `Last on ${p.when}`,
  newVisit: 'New appointment',
  block: 'Block time',
  gaps: 'Free time today',
  ill: 'Report sick',
  feed: 'What came in online',
  today: 'Calendar today',
} satisfies typeof palette;
