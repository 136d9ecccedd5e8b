import { FUNNEL_DAYS } from '@salon/contracts/funnel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumn } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { FunnelTable } from './FunnelTable.tsx';
import { funnelQuery } from './figures.queries.ts';
import { funnelRows, mostLost } from './funnel-rows.ts';

/** How the salon's page does: a sentence, the picture, and how it was counted. */
export function FiguresPage() {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const [days, setDays] = useState<number>(28);
  const { data, error, refetch } = useQuery({ ...funnelQuery(salon.id, days), placeholderData: keepPreviousData });
  const rows = data ? funnelRows(data.steps) : [];
  const lost = mostLost(rows);
  const isEmpty = rows.every(({ count }) => count === 0);
  return (
    <DeskPage title={t.figures.title}>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <Heading>{t.figures.title}</Heading>
          <p className="text-soft">{t.figures.more}</p>
        </div>
        <Select
          label={t.figures.window}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          options={FUNNEL_DAYS.map((n) => ({ value: String(n), text: t.figures.days({ n }) }))}
        />
      </div>
      {error ? <DeskProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton className="h-72" /> : null}
      {data && isEmpty ? (
        <EmptyState icon={ChartNoAxesColumn} title={t.figures.empty} text={t.figures.emptyMore} />
      ) : null}
      {data && !isEmpty ? (
        <section className="space-y-4 rounded-card border border-line bg-surface p-4 tablet:p-6">
          <div>
            <h2 className="font-semibold">{t.figures.funnel}</h2>
            <p className="text-small text-soft">{f.daysBetween(data.from, data.to)}</p>
          </div>
          {lost ? (
            <p>
              {t.figures.mostLost({
                ...{ lost: f.number(lost.lost), of: f.number(lost.of) },
                step: t.figures.before[lost.step],
              })}
            </p>
          ) : null}
          <FunnelTable rows={rows} />
          {rows.at(-1)?.share === null ? <p className="max-w-2xl text-small">{t.figures.moreBooked}</p> : null}
          <p className="max-w-2xl text-small text-soft">{t.figures.counted}</p>
        </section>
      ) : null}
    </DeskPage>
  );
}
