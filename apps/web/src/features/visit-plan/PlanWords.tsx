import { CornerDownRight } from 'lucide-react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { Hatching } from './Hatching.tsx';
import { developsFor, type PlannedItem } from './visit-plan.ts';

/** One service of a visit to the eye: what, by whom, from when to when, and how long its colour develops. */
export function PlanWords(props: {
  readonly item: PlannedItem;
  readonly clock: (at: number) => string;
  readonly lang: string;
  /** Done while the colour of another develops. */
  readonly inside?: boolean;
}) {
  const { item, clock, lang, inside = false } = props;
  const { t, f } = useSpeech();
  const minutes = developsFor(item);
  const times = `${f.clock(clock(item.from))}–${f.clock(clock(item.to))}`;
  return (
    <div className={classes('flex gap-2', inside && 'pl-1')}>
      {inside ? <CornerDownRight className="mt-0.5 size-4 shrink-0 text-soft" /> : null}
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline justify-between gap-3">
          <span lang={lang} className="min-w-0">
            {item.service}
          </span>
          {item.staff === null ? null : <span className="max-w-2/5 shrink-0 text-right break-words">{item.staff}</span>}
        </p>
        <p className="numbers text-small text-soft">
          {times}
          {inside ? ` · ${t.visit.meanwhile}` : null}
          {minutes > 0 ? (
            <>
              {' · '}
              <Hatching className="mr-1 inline-block h-2.5 w-4 border-x text-accent" />{' '}
              {t.visit.develops({ time: f.duration(minutes) })}
            </>
          ) : null}
        </p>
      </div>
    </div>
  );
}
