import { useSpeech } from '../../i18n/Speech.tsx';
import { addDays, type LocalDate } from '../../lib/dates.ts';
import { type Day, fullness } from './day.ts';
import { FullnessMark } from './FullnessMark.tsx';

/** One day of the strip: weekday, number, and how full, said and drawn. */
export function DayTile(props: {
  readonly date: LocalDate;
  readonly today: LocalDate;
  readonly day: Day | undefined;
  /** Whether several services are wanted at once. */
  readonly several: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { t, f } = useSpeech();
  const { date, today, day } = props;
  const full = day && fullness(day);
  const words = full === 'closed' && props.several ? t.visit.notTogether : t.booking.fullness[full ?? 'unknown'];
  const name = date === today ? t.booking.today : date === addDays(today, 1) ? t.booking.tomorrow : undefined;
  const dim = full === 'closed' || full === 'full';
  return (
    <label
      className={
        'relative flex w-15 shrink-0 cursor-pointer snap-start flex-col items-center gap-0.5 rounded-card border border-line bg-surface py-2 text-center transition-colors hover:border-edge ' +
        'has-[:checked]:border-accent has-[:checked]:bg-accent has-[:checked]:text-on-accent has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-focus has-[:focus-visible]:outline-offset-2 ' +
        (dim ? 'text-soft' : 'text-ink')
      }
    >
      <input
        type="radio"
        name="day"
        value={date}
        checked={props.chosen}
        onChange={props.onChoose}
        aria-label={[name, f.fullDay(date), words.long].filter(Boolean).join(', ')}
        className="absolute inset-0 size-full cursor-pointer appearance-none rounded-card outline-none"
      />
      <span aria-hidden className="text-small">
        {name === t.booking.today ? name : f.weekday(date)}
      </span>
      <span aria-hidden className="numbers font-semibold">
        {f.dayOfMonth(date)}
      </span>
      <FullnessMark fullness={full} />
      <span aria-hidden className="h-5.5 text-small">
        {words.short}
      </span>
    </label>
  );
}
