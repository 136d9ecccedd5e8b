import { plural } from '../../../i18n/plural.ts';
import type { CalendarTexts } from '../de/calendar.ts';

const visits = (n: number) => plural('en', n, { one: 'visit', other: 'visits' });

/** The calendar of the desk, in English. */
export const calendarEn = {
  title: 'Calendar',
  titleOn: (p) => `Calendar, ${p.day}`,

  views: { day: 'Day', week: 'Week', month: 'Month', agenda: 'List' },
  view: 'View',
  today: 'Today',
  previous: { day: 'Previous day', week: 'Previous week', month: 'Previous month', agenda: 'Previous day' },
  next: { day: 'Next day', week: 'Next week', month: 'Next month', agenda: 'Next day' },
  chooseDate: 'Choose a date',

  options: 'Display',
  people: 'People',
  everybody: 'Show all',
  wholeWeek: (p) => `Show the week of ${p.name}`,
  whose: 'Week of',
  status: 'Visits',
  statusFilter: 'Others are drawn faintly.',
  stations: 'Show chairs and rooms',
  allHours: 'From 0:00 to 24:00',
  zoom: 'Scale',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  filtered: 'Not everything is shown.',
  print: 'Print the day',

  statuses: {
    requested: 'requested',
    confirmed: 'confirmed',
    arrived: 'is here',
    done: 'done',
    no_show: 'did not come',
  },
  visits: (p) => visits(p.n),
  retired: (p) => `${p.name} (not in use)`,
  columnLabel: (p) => `${p.name}, ${visits(p.n)}`,
  dayColumnLabel: (p) => `${p.day}, ${p.name}, ${visits(p.n)}`,
  blockLabel: (p) => `${p.from} to ${p.to}, ${p.name}, ${p.services}`,
  develops: (p) => `develops ${p.from} to ${p.to}, free`,
  elsewhere: (p) => `${p.from} to ${p.to} with others, free`,
  with: (p) => `with ${p.names}`,
  walkIn: 'Walk-in',
  marks: {
    newCustomer: 'first visit here',
    note: 'note',
    allergy: 'allergy',
    noShows: (p) => (p.n === 1 ? 'did not come once' : `did not come ${p.n} times`),
    online: 'booked online',
    outside: 'outside working hours',
    overlaps: 'lies over something else',
    sameCustomerAtOnce: 'has another visit at the same time',
  },

  free: (p) => `${p.time} free`,
  freeLabel: (p) => `Free ${p.from} to ${p.to}, ${p.time}`,
  freeInDay: (p) => `${p.time} still free`,
  off: { time_off: 'Away', blocked: 'Blocked' },
  offLabel: (p) => `${p.from} to ${p.to}, ${p.what}`,
  offOverlaps: 'visits lie below it',

  empty: {
    closed: (p) => `Closed: ${p.why}`,
    nobody: 'Nobody works on this day.',
    nobodyMore: 'Working hours are under “Team”.',
    noVisits: 'No visits on this day yet.',
    noVisitsMore: 'Tap a free time to enter one.',
    noneShown: 'None of the chosen people works on this day.',
    noStaff: 'Nobody in the team yet',
    noStaffMore: 'Add those who can be booked under “Team”. Then their day is shown here.',
  },
  loading: 'The calendar is loading',
  offline: (p) => `As of ${p.time}. We load it again as soon as you are back online.`,
  notUpdated: (p) => `As of ${p.time}. News is not coming through just now; we keep trying.`,

  help: 'Arrow keys go from visit to visit, Enter opens, M moves.',
  helpFree: 'Enter adds a visit, B blocks the time.',
  moving: (p) =>
    `Moving ${p.name}. Arrow keys change time and person, Shift and arrow the length. Enter puts it down, Escape leaves it.`,
  movingHint: 'Arrows: time and person. Shift + arrow: length. Enter puts it down, Escape leaves it.',
  at: (p) => `${p.name}, ${p.from} to ${p.to}`,
  dropped: (p) => `${p.name} is now with ${p.where}.`,
  restored: (p) => `${p.name} stays where it was.`,
  cannotMove: 'Visits that are over stay where they are.',

  month: {
    label: (p) => `Overview of ${p.month}`,
    full: (p) => `${p.percent} % taken`,
    closed: 'closed',
    closedShort: 'closed',
    legend: { visits: 'visits', full: 'how full the day is' },
    day: (p) => `${p.day}: ${p.visits}, ${p.state}`,
  },
  agenda: {
    label: (p) => `Visits on ${p.day}`,
    now: 'Now',
  },
  sheet: {
    title: (p) => `Day sheet ${p.day}`,
    printed: (p) => `As of ${p.at}`,
    none: 'No visits.',
  },
} satisfies CalendarTexts;
