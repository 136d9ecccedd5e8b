import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { type TimeChoice, TimeLink } from './TimeLink.tsx';

/** One start among many: when; for several services also until when; and who and how much where times differ in that. */
export function TimeButton({ slot, href, chosen, price, who, until }: TimeChoice) {
  const { t, f } = useSpeech();
  const more = classes('text-small', !chosen && 'text-soft');
  return (
    <TimeLink
      href={href}
      chosen={chosen}
      className={classes(
        'numbers flex min-h-12 flex-col items-center justify-center border px-1 py-1 text-center',
        chosen && 'border-accent',
      )}
      plain="border-line bg-surface hover:border-edge"
    >
      <span className="flex flex-wrap items-baseline justify-center gap-x-1.5">
        <span className="font-semibold">
          {f.clock(slot.time)}
          <span className="sr-only">{f.afterTime} </span>
        </span>
        {until ? <span className={more}>{t.visit.until({ time: f.clock(until) })} </span> : null}
      </span>
      {who ? <span className={more}>{who} </span> : null}
      {price ? <span className={more}>{price}</span> : null}
    </TimeLink>
  );
}
