import { useQuery } from '@tanstack/react-query';
import { SearchX, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { CustomerLine } from './CustomerLine.tsx';
import { customersQuery, SHOWN } from './customers.queries.ts';
import { NewCustomerDialog } from './NewCustomerDialog.tsx';

/** Customers found as one types; what is sought stands in the address, so that going back shows it again. */
export function CustomerList() {
  const { t } = useDeskSpeech();
  const { salon, reach } = useDesk();
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const [adding, setAdding] = useState(false);
  const { data, error, refetch, isFetching } = useQuery(customersQuery(salon.id, search.trim()));
  const customers = data?.customers;
  const sought = search.trim() !== '';
  const n = customers?.length ?? 0;
  useEffect(() => {
    if (sought && !isFetching) announce(n === 0 ? t.customers.nobody : t.customers.found({ n }));
  }, [sought, isFetching, n, t]);
  return (
    <DeskPage title={t.customers.title}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Heading>{t.customers.title}</Heading>
        <Button look="soft" onPress={() => setAdding(true)}>
          {t.customers.add}
        </Button>
      </div>
      <SearchField
        label={t.customers.search}
        clear={t.customers.clear}
        value={search}
        onChange={(typed) => setParams(typed === '' ? {} : { search: typed }, { replace: true })}
      />
      {error && !customers ? (
        <DeskProblemNotice error={error} retry={() => void refetch()} retrying={isFetching} />
      ) : null}
      {customers || error ? null : <Waiting className="h-48" />}
      {n > 0 ? (
        <section className="space-y-2">
          <h2 className="text-small text-soft">{sought ? t.customers.found({ n }) : t.customers.around}</h2>
          <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
            {customers?.map((customer) => (
              <CustomerLine key={customer.id} customer={customer} />
            ))}
          </ul>
          {n === SHOWN && sought ? <p className="text-small text-soft">{t.customers.more}</p> : null}
        </section>
      ) : null}
      {customers && n === 0 ? (
        <Nobody sought={sought} own={reach('seeCustomers') === 'own'} onAdd={() => setAdding(true)} />
      ) : null}
      {adding ? <NewCustomerDialog typed={search} onClose={() => setAdding(false)} /> : null}
    </DeskPage>
  );
}

function Nobody(props: { readonly sought: boolean; readonly own: boolean; readonly onAdd: () => void }) {
  const { t } = useDeskSpeech();
  const { sought, own } = props;
  const [title, text] = sought
    ? [t.customers.nobody, t.customers.nobodyMore]
    : own
      ? [t.customers.noneOwn, t.customers.noneOwnMore]
      : [t.customers.none, t.customers.noneMore];
  return (
    <EmptyState icon={sought ? SearchX : Users} title={title} text={text}>
      <Button look="soft" onPress={props.onAdd}>
        {t.customers.add}
      </Button>
    </EmptyState>
  );
}
