import type { CSSProperties } from 'react';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { minutesOf } from './axis.ts';
import type { Column } from './columns.ts';

/** What stands above the columns. */
export type Heads = {
  /** What a column is called when it is read out. */
  readonly labelOf: (column: Column) => string;
  readonly render: (column: Column) => React.ReactNode;
};

/** The heads of the columns, which stay where they are while the day is scrolled. */
export function GridHead(props: {
  readonly columns: readonly Column[];
  readonly heads: Heads;
  readonly tintOf: (column: Column) => string;
}) {
  return (
    <div className="calendar-row calendar-head">
      <span />
      {props.columns.map((column) => (
        <div
          key={column.key}
          className="calendar-tint flex flex-col justify-center gap-0.5 border-line border-l px-2 py-1"
          style={{ '--staff': props.tintOf(column) } as CSSProperties}
        >
          {props.heads.render(column)}
          <FreeOf column={column} />
        </div>
      ))}
    </div>
  );
}

/** How much of the day can still be sold. */
function FreeOf({ column }: { readonly column: Column }) {
  const { t, f } = useDeskSpeech();
  const minutes = column.free.reduce((sum, gap) => sum + minutesOf(gap), 0);
  if (column.whose.kind !== 'staff' || minutes === 0) return null;
  return (
    <span className="numbers truncate text-good text-label">{t.calendar.freeInDay({ time: f.duration(minutes) })}</span>
  );
}
