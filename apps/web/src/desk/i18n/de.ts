import { account } from './de/account.ts';
import { audit } from './de/audit.ts';
import { calendar } from './de/calendar.ts';
import { catalogue } from './de/catalogue.ts';
import { customers } from './de/customers.ts';
import { feed } from './de/feed.ts';
import { figures } from './de/figures.ts';
import { gaps } from './de/gaps.ts';
import { ill } from './de/ill.ts';
import { members } from './de/members.ts';
import { palette } from './de/palette.ts';
import { problems } from './de/problems.ts';
import { setUp } from './de/set-up.ts';
import { settings } from './de/settings.ts';
import { shell } from './de/shell.ts';
import { team } from './de/team.ts';
import { visit } from './de/visit.ts';

/** German with Sie. Its shape is the type of every language. */
export const deskDe = {
  shell,
  problems,
  account,
  members,
  audit,
  palette,
  calendar,
  visit,
  gaps,
  ill,
  feed,
  figures,
  customers,
  catalogue,
  team,
  settings,
  setUp,
};

/** Every text of the desk; those with parameters are functions. */
export type DeskMessages = typeof deskDe;
