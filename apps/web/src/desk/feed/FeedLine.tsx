import type { FeedAnswer } from '@salon/contracts/desk/calendar';
import { ArrowRightLeft, CalendarPlus, CalendarX, CircleHelp } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { dayAndTime } from '../visit/visit-words.ts';

const ICONS = { booked: CalendarPlus, requested: CircleHelp, moved: ArrowRightLeft, cancelled: CalendarX } as const;

/** One thing that somebody did by herself; a tap opens her visit. */
export function FeedLine(props: {
  readonly entry: FeedAnswer['entries'][number];
  readonly isNew: boolean;
  readonly onOpen: () => void;
}) {
  const { t, f } = useDeskSpeech();
  const { timezone } = useDesk().salon;
  const { entry, isNew } = props;
  const Icon = ICONS[entry.what];
  return (
    <li>
      <Button
        onPress={props.onOpen}
        className="flex w-full cursor-pointer items-start gap-3 rounded-card px-2 py-3 text-left hover:bg-sunken"
      >
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-ink" />
        <span className="min-w-0 flex-1">
          <span className="block">
            {isNew ? <span className="sr-only">{t.feed.isNew} </span> : null}
            <span className={isNew ? 'font-semibold' : undefined}>{t.feed.what[entry.what]({ name: entry.name })}</span>
          </span>
          <span className="numbers block text-small text-soft">
            {dayAndTime(f, timezone, entry.startsAt)}
            {`\u00a0· ${entry.service}`}
          </span>
          {entry.wasAt === null ? null : (
            <span className="numbers block text-small text-soft">
              {t.feed.wasAt({ when: dayAndTime(f, timezone, entry.wasAt) })}
            </span>
          )}
          <span className="numbers block text-small text-soft">
            {t.feed.came({ when: dayAndTime(f, timezone, entry.at) })}
          </span>
        </span>
        {isNew ? <span aria-hidden className="mt-2 size-2.5 shrink-0 rounded-full bg-accent" /> : null}
      </Button>
    </li>
  );
}
