import type { WallSpan } from '@salon/contracts/desk/set-up';
import { Plus, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Select } from '../../ui/Select.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { clockOf, minutesOfDay, nextSpan, wrongSpan } from './time-of-day.ts';

const ICON_BUTTON =
  'flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card text-soft hover:bg-sunken hover:text-ink';

/** The stretches of one day: from–to, as many as there are, with what lies between them as breaks. */
export function SpanFields(props: {
  /** Whose day it is, for whoever hears it: "Dienstag". */
  readonly label: string;
  readonly spans: readonly WallSpan[];
  readonly onChange: (spans: WallSpan[]) => void;
  /** Said where there is none. */
  readonly none: string;
}) {
  const { t, f } = useDeskSpeech();
  const { label, spans, onChange } = props;
  const wrong = wrongSpan(spans);
  const options = (known: number) =>
    minutesOfDay(known).map((minute) => ({ value: String(minute), text: f.clock(clockOf(minute)) }));
  return (
    <div className="min-w-0 space-y-2">
      {spans.length === 0 ? <p className="flex min-h-11 items-center text-soft">{props.none}</p> : null}
      {spans.map((span, index) => {
        const put = (changed: Partial<WallSpan>) =>
          onChange(spans.map((one, at) => (at === index ? { ...one, ...changed } : one)));
        return (
          <div key={index} className="group space-y-1" {...(index === wrong ? { 'data-invalid': true } : {})}>
            <div className="flex items-center gap-1 narrow:gap-2">
              <Select
                label={t.setUp.fromOf({ day: label })}
                labelHidden
                className="min-w-0 max-w-28 flex-1"
                value={String(span.startMinute)}
                options={options(span.startMinute)}
                onChange={(value) => put({ startMinute: Number(value) })}
              />
              <span aria-hidden className="hidden narrow:inline">
                –
              </span>
              <Select
                label={t.setUp.toOf({ day: label })}
                labelHidden
                className="min-w-0 max-w-28 flex-1"
                value={String(span.endMinute)}
                options={options(span.endMinute)}
                onChange={(value) => put({ endMinute: Number(value) })}
              />
              <Button
                aria-label={t.setUp.removeSpan({ day: label, from: clockOf(span.startMinute) })}
                onPress={() => onChange(spans.filter((_, at) => at !== index))}
                className={ICON_BUTTON}
              >
                <Trash2 aria-hidden className="size-5" />
              </Button>
            </div>
            {index === wrong ? (
              <p role="alert" className="text-small font-semibold text-wrong">
                {span.endMinute <= span.startMinute ? t.setUp.endsBefore : t.setUp.overlaps}
              </p>
            ) : null}
          </div>
        );
      })}
      <Button
        aria-label={spans.length === 0 ? t.setUp.addHoursOn({ day: label }) : t.setUp.addMoreOn({ day: label })}
        onPress={() => onChange([...spans, nextSpan(spans)])}
        className="-mx-2 flex min-h-11 cursor-pointer items-center gap-2 rounded-card px-2 text-small font-semibold text-accent-ink hover:underline"
      >
        <Plus aria-hidden className="size-4" />
        {spans.length === 0 ? t.setUp.addHours : t.setUp.addMore}
      </Button>
    </div>
  );
}
