import { useQuery } from '@tanstack/react-query';
import { CalendarCheck } from 'lucide-react';
import type { LocalDate } from '../../lib/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { catalogueQuery } from '../calendar/calendar.queries.ts';
import type { TimeOf } from '../calendar/intents.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import type { Pull } from '../visit/use-pull.ts';
import { GapCard } from './GapCard.tsx';
import { gapsQuery } from './gaps.queries.ts';

/** Where a day still has room: what would fit, and who could come earlier. */
export function GapsPanel(props: {
  readonly date: LocalDate;
  readonly onFill: (time: TimeOf) => void;
  readonly onOpen: (visitId: string) => void;
  /** Somebody comes earlier. */
  readonly onPull: Pull;
  readonly onClose: () => void;
}) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const { data, error, refetch } = useQuery(gapsQuery(salon.id, props.date));
  const catalogue = useQuery(catalogueQuery(salon.id)).data;
  const gaps = data?.gaps.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)) ?? [];
  return (
    <SidePanel title={t.gaps.title} close={t.shell.close} onClose={props.onClose}>
      <p className="text-soft">{f.fullDay(props.date)}</p>
      {error && !data ? <DeskProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting className="h-40" /> : null}
      {data && gaps.length === 0 ? (
        <EmptyState icon={CalendarCheck} title={t.gaps.none} text={t.gaps.noneMore} />
      ) : null}
      <ul className="space-y-3">
        {gaps.map((gap) => (
          <GapCard
            key={`${gap.staffId} ${gap.startsAt}`}
            gap={gap}
            catalogue={catalogue}
            onOpen={props.onOpen}
            onPull={(visitId) => props.onPull(visitId, { start: Date.parse(gap.startsAt), staffId: gap.staffId })}
            onFill={() =>
              props.onFill({ staffId: gap.staffId, start: Date.parse(gap.startsAt), end: Date.parse(gap.endsAt) })
            }
          />
        ))}
      </ul>
    </SidePanel>
  );
}
