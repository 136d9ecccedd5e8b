import { useSpeech } from '../../i18n/Speech.tsx';
import type { LocalDate } from '../../lib/dates.ts';

/** "Sa., 19. Dez. 2026" to the eye, "Samstag, 19. Dezember 2026" to the ear. */
export function DayText({ date }: { readonly date: LocalDate }) {
  const { f } = useSpeech();
  return (
    <time dateTime={date}>
      <span aria-hidden>{f.day(date)}</span>
      <span className="sr-only">{f.fullDay(date)}</span>
    </time>
  );
}
