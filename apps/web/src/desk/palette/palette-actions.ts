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
  Thermometer,
  UserRound,
} from 'lucide-react';
import type { DeskMessages } from '../i18n/de.ts';
import { accountPath, auditPath, calendarPath, membersPath } from '../lib/paths.ts';
import { AREAS } from '../shell/areas.ts';

export type PaletteAction = {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly name: (t: DeskMessages) => string;
  /** Undefined: whoever is signed in. */
  readonly right?: Right;
  readonly path: (slug: string) => string;
};

const beside = (panel: string) => (slug: string) => calendarPath(slug, `panel=${panel}`);

/** What the palette can do besides finding: each is an address, so that whoever owns the page does it. */
const ACTIONS: readonly PaletteAction[] = [
  { id: 'new', icon: CalendarPlus, name: (t) => t.palette.newVisit, right: 'changeVisits', path: beside('new') },
  { id: 'block', icon: Moon, name: (t) => t.palette.block, right: 'changeVisits', path: beside('block') },
  { id: 'gaps', icon: CalendarClock, name: (t) => t.palette.gaps, right: 'seeCalendar', path: beside('gaps') },
  { id: 'ill', icon: Thermometer, name: (t) => t.palette.ill, right: 'decideTimeOff', path: beside('ill') },
  { id: 'feed', icon: Bell, name: (t) => t.palette.feed, right: 'seeCalendar', path: beside('feed') },
  { id: 'today', icon: CalendarDays, name: (t) => t.palette.today, right: 'seeCalendar', path: calendarPath },
];

const PAGES: readonly PaletteAction[] = [
  ...AREAS.map(({ name, icon, path, right }) => ({ id: path(''), name, icon, path, right })),
  { id: 'members', icon: KeyRound, name: (t) => t.members.title, right: 'seeMembers', path: membersPath },
  { id: 'audit', icon: History, name: (t) => t.audit.title, right: 'seeAudit', path: auditPath },
  { id: 'account', icon: UserRound, name: (t) => t.account.title, path: () => accountPath },
];

export const PALETTE = { actions: ACTIONS, pages: PAGES } as const;
