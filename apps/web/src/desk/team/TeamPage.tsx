import { Route, Switch } from 'wouter';
import { StaffPage } from './StaffPage.tsx';
import { TeamOverview } from './TeamOverview.tsx';

/** Who can be booked, with hours and skills; and holidays. */
export function TeamPage() {
  return (
    <Switch>
      <Route path="/desk/:slug/team/:staffId">{({ staffId }) => <StaffPage key={staffId} staffId={staffId} />}</Route>
      <Route>
        <TeamOverview />
      </Route>
    </Switch>
  );
}
