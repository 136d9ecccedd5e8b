import type { Right } from '@salon/contracts/desk/rights';
import {
  Bell,
  CalendarClock,
  CalendarDays,
  CalendarPlus,
  History,
  KeyRound,
  type LucideIcon,
  Moon,
  Printer,
  Thermometer,
  UserRound,
} from 'lucide-react';
import type { ViewState } from '../calendar/view-state.ts';
import type { DeskMessages } from '../i18n/de.ts';
import { accountPath, auditPath, calendarPath, membersPath } from '../lib/paths.ts';
import { AREAS } from '../shell/areas.ts';
import { blank, type Panel, writePanel } from '../visit/panel.ts';
import { viewPath } from './view-path.ts';

export type PaletteAction = {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly name: (t: DeskMessages) => string;
  /** Undefined: whoever is signed in. */
  readonly right?: Right;
  /** `shown`: how the calendar is looked at. */
  readonly path: (slug: string, shown: ViewState) => string;
  /** Whether it is about the day that is looked at. */
  readonly ofDay?: true;
};

/** Beside the calendar, which stays as she looks at it: a panel speaks of the day that is shown. */
const beside = (panel: Panel) => (slug: string, shown: ViewState) =>
  viewPath(slug, { ...shown, visit: null, panel: writePanel(panel) });
/** A week and a month have no sheet. */
const onPaper = (slug: string, shown: ViewState) =>
  beside({ kind: 'print' })(slug, { ...shown, view: shown.view === 'agenda' ? shown.view : null });

/** What the palette can do besides finding: each is an address, so that whoever owns the page does it. */
const ACTIONS: readonly PaletteAction[] = [
  {
    id: 'new',
    icon: CalendarPlus,
    name: (t) => t.palette.newVisit,
    right: 'changeVisits',
    path: beside(blank('new')),
    ofDay: true,
  },
  {
    id: 'block',
    icon: Moon,
    name: (t) => t.palette.block,
    right: 'changeVisits',
    path: beside(blank('block')),
    ofDay: true,
  },
  {
    id: 'gaps',
    icon: CalendarClock,
    name: (t) => t.palette.gaps,
    right: 'seeCalendar',
    path: beside({ kind: 'gaps' }),
    ofDay: true,
  },
  {
    id: 'ill',
    icon: Thermometer,
    name: (t) => t.palette.ill,
    right: 'decideTimeOff',
    path: beside({ kind: 'ill' }),
    ofDay: true,
  },
  { id: 'print', icon: Printer, name: (t) => t.palette.print, right: 'seeCalendar', path: onPaper, ofDay: true },
  { id: 'feed', icon: Bell, name: (t) => t.palette.feed, right: 'seeCalendar', path: beside({ kind: 'feed' }) },
  {
    id: 'today',
    icon: CalendarDays,
    name: (t) => t.palette.today,
    right: 'seeCalendar',
    path: (slug) => calendarPath(slug),
  },
];

const PAGES: readonly PaletteAction[] = [
  ...AREAS.map(({ name, icon, path, right }) => ({
    id: path(''),
    name,
    icon,
    path: (slug: string) => path(slug),
    right,
  })),
  { id: 'members', icon: KeyRound, name: (t) => t.members.title, right: 'seeMembers', path: membersPath },
  { id: 'audit', icon: History, name: (t) => t.audit.title, right: 'seeAudit', path: auditPath },
  { id: 'account', icon: UserRound, name: (t) => t.account.title, path: () => accountPath },
];

export const PALETTE = { actions: ACTIONS, pages: PAGES } as const;
