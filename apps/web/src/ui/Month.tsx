import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import {
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';

const ARROW =
  'flex size-11 cursor-pointer items-center justify-center rounded-card text-accent-ink hover:bg-sunken data-disabled:cursor-default data-disabled:opacity-40';

/** The inside of a calendar of one month, for whatever kind of calendar stands around it. */
export function Month() {
  return (
    <>
      <header className="flex items-center gap-1 pb-2">
        <Button slot="previous" className={ARROW}>
          <ChevronLeft aria-hidden className="size-5" />
        </Button>
        <CalendarHeading className="flex-1 text-center font-semibold" />
        <Button slot="next" className={ARROW}>
          <ChevronRight aria-hidden className="size-5" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short" className="border-separate border-spacing-0.5">
        <CalendarGridHeader>
          {(name) => <CalendarHeaderCell className="pb-1 text-small font-normal text-soft">{name}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="numbers flex size-11 cursor-pointer items-center justify-center rounded-card outline-none hover:bg-sunken data-disabled:cursor-default data-disabled:opacity-40 data-focus-visible:outline-3 data-focus-visible:outline-focus data-outside-month:hidden data-selected:bg-accent data-selected:text-on-accent data-today:font-semibold"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </>
  );
}
