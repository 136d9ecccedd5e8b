import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import type { LocalDate } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { Bounds } from './bookable-days.ts';
import { DayText } from './DayText.tsx';
import { TimesProblem } from './TimesProblem.tsx';
import { nextFreeQuery, type TimesSource } from './times.queries.ts';

/** Why there is nothing here, and the next day on which there is something, one tap away. */
export function NothingFree(props: {
  readonly source: TimesSource;
  readonly bounds: Bounds;
  readonly after: LocalDate;
  readonly why: string;
  readonly onChoose: (day: LocalDate) => void;
  /** What can be done when there are too many ways to combine the services. */
  readonly tooComplex: ReactNode;
  /** What else can be done when nothing is free at all. */
  readonly otherwise: ReactNode;
}) {
  const { t } = useSpeech();
  const next = useQuery(nextFreeQuery(props.source, props.bounds, props.after));
  return (
    <div className="space-y-4 rounded-card bg-sunken p-4">
      <p className="font-semibold">{props.why}</p>
      {next.isPending ? (
        <p role="status" className="flex items-center gap-2 text-soft">
          <Spinner />
          {t.booking.searchingNext}
        </p>
      ) : null}
      {next.error && next.data === undefined ? (
        <TimesProblem
          error={next.error}
          retry={() => void next.refetch()}
          retrying={next.isFetching}
          tooComplex={props.tooComplex}
        />
      ) : null}
      {next.data ? (
        <Button onPress={() => next.data && props.onChoose(next.data)} className="w-full tablet:w-auto">
          <span>
            {t.booking.nextFree} <DayText date={next.data} />
          </span>
        </Button>
      ) : null}
      {next.data === null ? (
        <>
          <p>{t.booking.nothingFree}</p>
          {props.otherwise}
        </>
      ) : null}
    </div>
  );
}
