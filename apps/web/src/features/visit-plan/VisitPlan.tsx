import { useSpeech } from '../../i18n/Speech.tsx';
import { wallClock } from '../../lib/dates.ts';
import { PlanBar } from './PlanBar.tsx';
import { PlanSentence } from './PlanSentence.tsx';
import { PlanWords } from './PlanWords.tsx';
import { type PlannedItem, spanOf, withAllInside } from './visit-plan.ts';

/**
 * A visit from left to right: a row for each service, with work solid and processing hatched, and what is done meanwhile
 * lying in it. To the ear it is a list of sentences.
 */
export function VisitPlan(props: {
  readonly plan: readonly PlannedItem[];
  readonly timezone: string;
  /** The language that the salon writes in. */
  readonly lang: string;
  /** The id of its heading, where it has one. */
  readonly labelledBy?: string;
}) {
  const { plan, timezone, lang, labelledBy } = props;
  const { t, f } = useSpeech();
  const span = spanOf(plan);
  const clock = (at: number) => wallClock(timezone, at).time;
  return (
    <div>
      <ol aria-labelledby={labelledBy} aria-label={labelledBy ? undefined : t.visit.plan} className="space-y-3">
        {plan.map((item, index) => (
          <li key={index}>
            <PlanSentence item={item} clock={clock} lang={lang} />
            <div aria-hidden className="space-y-1">
              <PlanWords item={item} clock={clock} lang={lang} />
              <PlanBar items={[item]} span={span} on="surface" className="h-5 rounded-[3px] bg-sunken text-accent" />
              {withAllInside(item.inside).map((one, at) => (
                <PlanWords key={at} item={one} clock={clock} lang={lang} inside />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <p aria-hidden className="numbers mt-1 flex justify-between text-small font-semibold">
        <span>{f.time(clock(span.from))}</span>
        <span>{f.time(clock(span.to))}</span>
      </p>
    </div>
  );
}
