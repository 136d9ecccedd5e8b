import { parseDate } from '@internationalized/date';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Calendar } from 'react-aria-components/Calendar';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { LocalDate } from '../../lib/dates.ts';
import { Month } from '../../ui/Month.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** What day it is, and beside it a month in which another can be chosen. */
export function DateChoice(props: {
  readonly date: LocalDate;
  readonly onChoose: (date: LocalDate) => void;
  readonly children: ReactNode;
}) {
  const { t } = useDeskSpeech();
  const [open, setOpen] = useState(false);
  return (
    <>
      {props.children}
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button
          aria-label={t.calendar.chooseDate}
          className="-ml-1 flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card text-soft hover:bg-sunken"
        >
          <ChevronDown aria-hidden className="size-5" />
        </Button>
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
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  );
}
