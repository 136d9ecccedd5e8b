import type { CustomerCard, CustomerVisits } from '@salon/contracts/desk/customers';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { historyQuery } from './customers.queries.ts';
import { VisitLine } from './VisitLine.tsx';

/** Her visits, the last first, those ahead included. */
export function History({ card }: { readonly card: CustomerCard }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const older = useInfiniteQuery(historyQuery(salon.id, card.id, card.history.before));
  const pages: readonly CustomerVisits[] = [card.history, ...(older.data?.pages ?? [])];
  const visits = pages.flatMap((page) => page.visits);
  const more = older.data ? older.hasNextPage : card.history.before !== null;
  return (
    <Panel title={t.customers.history.title}>
      {visits.length === 0 ? <p className="text-soft">{t.customers.history.none}</p> : null}
      <ul className="divide-y divide-line empty:hidden">
        {visits.map((visit) => (
          <VisitLine key={visit.id} visit={visit} currency={card.currency} />
        ))}
      </ul>
      {older.error ? <DeskProblemNotice error={older.error} /> : null}
      {more ? (
        <Button
          look="soft"
          onPress={() => void (older.data ? older.fetchNextPage() : older.refetch())}
          isPending={older.isFetching}
        >
          {t.customers.history.older}
        </Button>
      ) : null}
    </Panel>
  );
}
