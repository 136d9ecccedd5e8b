import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import { Plus } from 'lucide-react';
import { classes } from '../../ui/classes.ts';
import type { AgendaRow } from './agenda-rows.ts';
import type { BlockWords } from './block-words.ts';
import { Marks } from './Marks.tsx';
import { staffTint } from './staff-tint.ts';

/** What a line of the list says behind its time. */
export function AgendaWords(props: {
  readonly row: AgendaRow;
  readonly words: BlockWords;
  readonly staff: CalendarAnswer['staff'];
  /** The one whose day it is, if it is one's: she is not named. */
  readonly only: string | undefined;
}) {
  const { row, words, staff, only } = props;
  if (row.kind === 'free') {
    return (
      <span className="flex items-center gap-2 rounded-card bg-good-tint px-3 py-1.5">
        <Plus aria-hidden className="size-4" />
        {words.freeShort(row)}
      </span>
    );
  }
  if (row.kind === 'off') return <span className="self-center text-soft">{words.offReason(row.off)}</span>;
  const { visit } = row;
  const marks = words.marks(visit, row.isOutside);
  return (
    <span className="min-w-0">
      <span className="flex items-center gap-2">
        <b className={classes('min-w-0 truncate font-semibold', visit.status === 'no_show' && 'line-through')}>
          {words.name(visit)}
        </b>
        <Marks visit={visit} outside={row.isOutside} className="shrink-0 [--size:1rem]" />
        {marks.length > 0 ? <span className="sr-only">{marks.join(', ')}</span> : null}
      </span>
      {row.isOutside ? (
        <span aria-hidden className="block text-small text-heed">
          {words.outside}
        </span>
      ) : null}
      {visit.items.map((item) => {
        const place = staff.findIndex(({ id }) => id === item.staffId);
        return (
          <span key={item.position} className="flex min-w-0 items-baseline gap-2 text-small text-soft">
            <span
              aria-hidden
              className="size-2 shrink-0 rounded-full"
              style={{ background: staffTint(staff[place]?.colour ?? null, Math.max(0, place)) }}
            />
            <span className="min-w-0">
              {item.service}
              {item.staffId === only ? null : `\u00a0· ${item.staff}`}
            </span>
          </span>
        );
      })}
    </span>
  );
}
