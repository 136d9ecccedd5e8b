import { useSuspenseQuery } from '@tanstack/react-query';
import { Route, Switch, useSearchParams } from 'wouter';
import { Heading } from '../../ui/Heading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { OutsideNotice } from '../set-up/OutsideNotice.tsx';
import { catalogueQuery } from '../set-up/set-up.queries.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { ServicePage } from './ServicePage.tsx';
import { ServicesView } from './ServicesView.tsx';
import { StationsView } from './StationsView.tsx';

/** What is sold: services in their categories, and the chairs and rooms they need. */
export function CataloguePage() {
  return (
    <Switch>
      <Route path="/desk/:slug/catalogue/:serviceId">
        {({ serviceId }) => <ServicePage key={serviceId} serviceId={serviceId} />}
      </Route>
      <Route>
        <Overview />
      </Route>
    </Switch>
  );
}

function Overview() {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data } = useSuspenseQuery(catalogueQuery(salon.id));
  const [search, setSearch] = useSearchParams();
  return (
    <DeskPage title={t.catalogue.title}>
      <Heading>{t.catalogue.title}</Heading>
      <OutsideNotice />
      <Tabs
        label={t.catalogue.views}
        chosen={search.get('view') === 'stations' ? 'stations' : 'services'}
        onChoose={(view) => setSearch({ view }, { replace: true })}
        tabs={[
          { id: 'services', title: t.catalogue.services, content: <ServicesView catalogue={data} /> },
          { id: 'stations', title: t.catalogue.stations, content: <StationsView catalogue={data} /> },
        ]}
      />
    </DeskPage>
  );
}
