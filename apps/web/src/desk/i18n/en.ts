import type { DeskMessages } from './de.ts';
import { accountEn } from './en/account.ts';
import { auditEn } from './en/audit.ts';
import { calendarEn } from './en/calendar.ts';
import { catalogueEn } from './en/catalogue.ts';
import { customersEn } from './en/customers.ts';
import { feedEn } from './en/feed.ts';
import { figuresEn } from './en/figures.ts';
import { gapsEn } from './en/gaps.ts';
import { illEn } from './en/ill.ts';
import { membersEn } from './en/members.ts';
import { paletteEn } from './en/palette.ts';
import { problemsEn } from './en/problems.ts';
import { setUpEn } from './en/set-up.ts';
import { settingsEn } from './en/settings.ts';
import { shellEn } from './en/shell.ts';
import { teamEn } from './en/team.ts';
import { visitEn } from './en/visit.ts';

/** English, written for people who live in Germany: prices in euros, the clock of 24 hours. */
export const deskEn = {
  shell: shellEn,
  problems: problemsEn,
  account: accountEn,
  members: membersEn,
  audit: auditEn,
  palette: paletteEn,
  calendar: calendarEn,
  visit: visitEn,
  gaps: gapsEn,
  ill: illEn,
  feed: feedEn,
  figures: figuresEn,
  customers: customersEn,
  catalogue: catalogueEn,
  team: teamEn,
  settings: settingsEn,
  setUp: setUpEn,
} satisfies DeskMessages;
