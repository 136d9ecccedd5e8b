import { Route, Switch } from 'wouter';
import { CardPage } from './CardPage.tsx';
import { CustomerList } from './CustomerList.tsx';
import { MergePage } from './MergePage.tsx';

/** Customers: the list, and each card with what can be done with it. */
export function CustomersPage() {
  return (
    <Switch>
      <Route path="/desk/:slug/customers">
        <CustomerList />
      </Route>
      <Route path="/desk/:slug/customers/:id/merge">{({ id }) => <MergePage key={id} id={id} />}</Route>
      <Route path="/desk/:slug/customers/:id">{({ id }) => <CardPage key={id} id={id} />}</Route>
    </Switch>
  );
}
