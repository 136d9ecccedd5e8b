import type { Right } from '@salon/contracts/desk/rights';
import { BookOpen, CalendarDays, ChartNoAxesColumn, type LucideIcon, Settings, Users, UsersRound } from 'lucide-react';
import type { DeskMessages } from '../i18n/de.ts';
import { calendarPath, cataloguePath, customersPath, figuresPath, settingsPath, teamPath } from '../lib/paths.ts';

type Area = {
  readonly name: (t: DeskMessages) => string;
  readonly icon: LucideIcon;
  readonly path: (slug: string) => string;
  readonly right: Right;
};

/** What the rail and the tab bar lead to: only what is there, in the order of a day. */
export const AREAS: readonly Area[] = [
  { name: (t) => t.calendar.title, icon: CalendarDays, path: calendarPath, right: 'seeCalendar' },
  { name: (t) => t.customers.title, icon: Users, path: customersPath, right: 'seeCustomers' },
  { name: (t) => t.catalogue.title, icon: BookOpen, path: cataloguePath, right: 'seeSetup' },
  { name: (t) => t.team.title, icon: UsersRound, path: teamPath, right: 'seeSetup' },
  { name: (t) => t.figures.title, icon: ChartNoAxesColumn, path: figuresPath, right: 'seeFunnel' },
  { name: (t) => t.settings.title, icon: Settings, path: settingsPath, right: 'changeSalon' },
];
