import { Sparkles } from 'lucide-react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { PlanBar } from '../visit-plan/PlanBar.tsx';
import { spanOf } from '../visit-plan/visit-plan.ts';
import { reasonOf } from './reason.ts';
import { type TimeChoice, TimeLink } from './TimeLink.tsx';

/** A start that suits the salon, and why; for several services with how the visit goes. */
export function SuggestedTime({ slot, href, chosen, price, who, until, plan }: TimeChoice) {
  const { t, f } = useSpeech();
  const reason = reasonOf(slot);
  const more = classes('block text-small', !chosen && 'text-soft');
  return (
    <TimeLink
      href={href}
      chosen={chosen}
      className="flex min-h-14 items-center gap-3 px-4 py-2"
      plain="bg-tint hover:bg-sunken"
    >
      <Sparkles aria-hidden className={classes('size-5 shrink-0', !chosen && 'text-accent-ink')} />
      <span className="min-w-0 flex-1">
        <span className="numbers block">
          <span className="font-semibold">{f.time(slot.time)}</span>
          {until ? ` ${t.visit.until({ time: f.clock(until) })}` : null}
          {price ? ` · ${price}` : null}{' '}
        </span>
        {who ? <span className={more}>{who} </span> : null}
        {reason ? <span className={more}>{t.visit.reasons[reason]}</span> : null}
        {plan ? (
          <PlanBar
            items={plan}
            span={spanOf(plan)}
            on={chosen ? 'accent' : 'tint'}
            className={classes('mt-1.5 mb-1 h-2.5', !chosen && 'text-accent')}
          />
        ) : null}
      </span>
    </TimeLink>
  );
}
