import type { DeskVisit } from '@salon/contracts/desk/visit';
import { resolveStart } from '@salon/domain/time/wall-clock';
import { CalendarPlus } from 'lucide-react';
import { addDays, wallClock } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuItem, MenuOf } from '../../ui/Menu.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';

/** After so many weeks most come again; the usual one first. */
const WEEKS = [6, 3, 4, 5, 8, 10, 12];

/** The same again in some weeks, on the same weekday at the same time. */
export function AgainMenu(props: { readonly visit: DeskVisit; readonly onAgain: (start: number) => void }) {
  const { t, f } = useDeskSpeech();
  const { timezone } = useDesk().salon;
  const { date, time } = wallClock(timezone, Date.parse(props.visit.startsAt));
  const words = t.visit.panel;
  return (
    <MenuOf
      label={words.again}
      placement="bottom start"
      button={
        <Button look="soft">
          <CalendarPlus aria-hidden className="size-5" />
          {words.again}
        </Button>
      }
    >
      {WEEKS.map((weeks) => {
        const day = addDays(date, 7 * weeks);
        return (
          <MenuItem
            key={weeks}
            text={words.inWeeks({ n: weeks })}
            more={f.day(day)}
            onAction={() => {
              // A night in spring lacks an hour; nobody cuts hair then, but nothing may break.
              const start = resolveStart(timezone, day, time) ?? resolveStart(timezone, day, '12:00');
              if (start !== undefined) props.onAgain(start);
            }}
          />
        );
      })}
    </MenuOf>
  );
}
