import type { Right } from '@salon/contracts/desk/rights';
import { type ComponentType, Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { part } from '../../app/part.ts';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { calendarPath } from '../lib/paths.ts';
import { AreaBoundary } from './AreaBoundary.tsx';
import { DeskPage } from './DeskPage.tsx';
import { lastSalon } from './Home.tsx';
import { Loading } from './Loading.tsx';

const CalendarPage = part(() => import('../calendar/CalendarPage.tsx').then((m) => m.CalendarPage));
const CustomersPage = part(() => import('../customers/CustomersPage.tsx').then((m) => m.CustomersPage));
const CataloguePage = part(() => import('../catalogue/CataloguePage.tsx').then((m) => m.CataloguePage));
const TeamPage = part(() => import('../team/TeamPage.tsx').then((m) => m.TeamPage));
const FiguresPage = part(() => import('../figures/FiguresPage.tsx').then((m) => m.FiguresPage));
const SettingsPage = part(() => import('../settings/SettingsPage.tsx').then((m) => m.SettingsPage));
const MembersPage = part(() => import('../members/MembersPage.tsx').then((m) => m.MembersPage));
const AuditPage = part(() => import('../audit/AuditPage.tsx').then((m) => m.AuditPage));

/** The pages of a salon's desk. Each looks after what comes below its address by itself. */
const PAGES: readonly { path: string; right: Right; page: ComponentType }[] = [
  { path: 'calendar', right: 'seeCalendar', page: CalendarPage },
  { path: 'customers', right: 'seeCustomers', page: CustomersPage },
  { path: 'catalogue', right: 'seeSetup', page: CataloguePage },
  { path: 'team', right: 'seeSetup', page: TeamPage },
  { path: 'figures', right: 'seeFunnel', page: FiguresPage },
  { path: 'settings', right: 'changeSalon', page: SettingsPage },
  { path: 'members', right: 'seeMembers', page: MembersPage },
  { path: 'audit', right: 'seeAudit', page: AuditPage },
];

export function SalonRoutes() {
  const { salon, can } = useDesk();
  useEffect(() => lastSalon.write(salon.id), [salon.id]);
  return (
    <Switch>
      {PAGES.map(({ path, right, page: Page }) => (
        <Route key={path} path={`/desk/:slug/${path}/*?`}>
          <AreaBoundary key={path}>
            <Suspense fallback={<Loading />}>{can(right) ? <Page /> : <Forbidden />}</Suspense>
          </AreaBoundary>
        </Route>
      ))}
      <Route>
        <Missing />
      </Route>
    </Switch>
  );
}

function Forbidden() {
  const { t } = useDeskSpeech();
  return (
    <DeskPage title={t.shell.forbidden}>
      <Heading>{t.shell.forbidden}</Heading>
      <p className="text-soft">{t.shell.forbiddenMore}</p>
    </DeskPage>
  );
}

function Missing() {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  return (
    <DeskPage title={t.shell.notFound}>
      <Heading>{t.shell.notFound}</Heading>
      <p className="text-soft">{t.shell.notFoundMore}</p>
      <div>
        <LinkButton href={calendarPath(salon.slug)}>{t.shell.toCalendar}</LinkButton>
      </div>
    </DeskPage>
  );
}
