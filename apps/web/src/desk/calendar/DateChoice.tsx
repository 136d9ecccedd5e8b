import { parseDate } from '@internationalized/date';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Calendar } from 'react-aria-components/Calendar';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { LocalDate } from '../../lib/dates.ts';
import { Heading } from '../../ui/Heading.tsx';
import { Month } from '../../ui/Month.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** What day it is, and beside it a month in which another can be chosen. */
export function DateChoice(props: {
  readonly date: LocalDate;
  readonly today: LocalDate;
  readonly onChoose: (date: LocalDate) => void;
  /** What day it is, or which days. */
  readonly children: string;
}) {
  const { t } = useDeskSpeech();
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Heading size="body" className="min-w-28">
        <Button className="flex min-h-11 max-w-full cursor-pointer items-center gap-1 rounded-card px-1 text-left leading-tight hover:bg-sunken tablet:px-2">
          <span className="min-w-0">
            <span className="sr-only">{t.calendar.title}: </span>
            {props.children}
            <span className="sr-only">. {t.calendar.chooseDate}</span>
          </span>
          <ChevronDown aria-hidden className="size-5 shrink-0 text-soft" />
        </Button>
      </Heading>
      <Popover className="overflow-auto rounded-card border border-line bg-surface p-3 shadow-float">
        <Dialog aria-label={t.calendar.chooseDate} className="outline-none">
          <Calendar
            aria-label={t.calendar.chooseDate}
            autoFocus
            firstDayOfWeek="mon"
            value={parseDate(props.date)}
            onChange={(chosen) => {
              props.onChoose(chosen.toString());
              setOpen(false);
            }}
          >
            <Month />
          </Calendar>
          {props.date === props.today ? null : (
            <Button
              onPress={() => {
                props.onChoose(props.today);
                setOpen(false);
              }}
              className="mt-2 min-h-11 w-full cursor-pointer rounded-card font-semibold text-accent-ink hover:bg-sunken"
            >
              {t.calendar.today}
            </Button>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
