import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { addDays, daysBetween, type LocalDate } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { smoothly } from '../../ui/smoothly.ts';
import type { Bounds } from './bookable-days.ts';
import { DayTile } from './DayTile.tsx';
import type { Day } from './day.ts';

/** Days drawn beyond the one chosen; as many again when somebody scrolls to their end. */
const DRAWN = 62;

/**
 * Days side by side, from today on, each saying how full it is. A radio group: one tab stop, arrows go from day to day.
 * Tells which days are in view, so that they can be fetched.
 */
export function DayStrip(props: {
  readonly bounds: Bounds;
  readonly days: ReadonlyMap<LocalDate, Day>;
  readonly several: boolean;
  readonly chosen: LocalDate | null;
  readonly onChoose: (day: LocalDate) => void;
  readonly onView: (from: LocalDate, to: LocalDate) => void;
  readonly children?: ReactNode;
}) {
  const { t, f } = useSpeech();
  const { bounds, chosen, onView } = props;
  const strip = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(bounds.today);
  const [drawn, setDrawn] = useState(DRAWN);
  const all = daysBetween(bounds.today, bounds.last) + 1;
  const reach = chosen === null ? 0 : daysBetween(bounds.today, chosen);
  const count = Math.min(all, Math.max(drawn, reach + DRAWN));

  function look() {
    const box = strip.current;
    const pitch = pitchOf(box);
    if (!box || !pitch) return;
    const index = Math.round(box.scrollLeft / pitch);
    const last = Math.min(count - 1, index + Math.ceil(box.clientWidth / pitch));
    if (last > count - 14 && count < all) setDrawn(count + DRAWN);
    setFirst(addDays(bounds.today, index));
    onView(addDays(bounds.today, index), addDays(bounds.today, last));
  }

  // A day chosen elsewhere (in the month, by the button for the next free one) comes into view.
  useEffect(() => {
    const box = strip.current;
    const pitch = pitchOf(box);
    if (!box || !pitch || chosen === null) return look();
    const left = reach * pitch;
    if (left < box.scrollLeft || left + pitch > box.scrollLeft + box.clientWidth) {
      box.scrollTo({ left: Math.max(0, left - pitch), behavior: smoothly() });
    }
    look();
  }, [chosen]);

  const page = (direction: 1 | -1) => {
    const box = strip.current;
    const pitch = pitchOf(box);
    if (!box || !pitch) return;
    const step = Math.max(1, Math.floor(box.clientWidth / pitch) - 1) * pitch;
    box.scrollBy({ left: direction * step, behavior: smoothly() });
  };

  return (
    <div>
      <div className="flex min-h-12 items-center gap-1">
        <p className="flex-1 font-semibold first-letter:uppercase">{f.month(first)}</p>
        <Arrow label={t.booking.earlier} onPress={() => page(-1)} isDisabled={first <= bounds.today}>
          <ChevronLeft aria-hidden className="size-5" />
        </Arrow>
        <Arrow label={t.booking.later} onPress={() => page(1)} isDisabled={first >= addDays(bounds.last, -3)}>
          <ChevronRight aria-hidden className="size-5" />
        </Arrow>
        {props.children}
      </div>
      <div
        ref={strip}
        role="radiogroup"
        aria-label={t.booking.days}
        onScroll={look}
        className="scrollbar-none -mx-4 flex snap-x scroll-px-4 gap-1.5 overflow-x-auto px-4 py-1.5 tablet:-mx-8 tablet:scroll-px-8 tablet:px-8 desk:mx-0 desk:scroll-px-1 desk:px-1"
      >
        {Array.from({ length: count }, (_, index) => addDays(bounds.today, index)).map((date) => (
          <DayTile
            key={date}
            date={date}
            today={bounds.today}
            day={props.days.get(date)}
            several={props.several}
            chosen={date === chosen}
            onChoose={() => props.onChoose(date)}
          />
        ))}
      </div>
    </div>
  );
}

function Arrow(props: {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Button
      look="plain"
      aria-label={props.label}
      isDisabled={props.isDisabled}
      onPress={props.onPress}
      className="mx-0 w-11 shrink-0 px-0 max-tablet:hidden"
    >
      {props.children}
    </Button>
  );
}

/** Width of a day with its gap, in pixels. */
function pitchOf(box: HTMLElement | null): number | undefined {
  const [one, two] = [box?.children[0], box?.children[1]];
  if (!(one instanceof HTMLElement) || !(two instanceof HTMLElement)) return undefined;
  return two.offsetLeft - one.offsetLeft || undefined;
}
