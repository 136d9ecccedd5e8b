import type { WeeklyStretch } from '@salon/contracts/desk/team';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { clockOf } from '../set-up/time-of-day.ts';
import { sameHours } from './week-text.ts';

/** The week that holds today, in a few words: "Di, Fr 9:00–13:00, 13:30–17:30". */
export function WeekText({ weekly, today }: { readonly weekly: readonly WeeklyStretch[]; readonly today: string }) {
  const { t, f } = useDeskSpeech();
  const week = sameHours(weekly, today);
  if (week.length === 0) return <>{t.team.noHours}</>;
  return (
    <>
      {week.map(({ weekdays, spans }, index) => (
        <span key={weekdays.join()} className="numbers block tablet:inline">
          {index > 0 ? <span className="hidden tablet:inline"> · </span> : null}
          {weekdays.map((day) => t.setUp.shortWeekdays[day - 1]).join(', ')}{' '}
          {spans.map((span, at) => (
            <span key={span.startMinute} className="whitespace-nowrap">
              {f.clock(clockOf(span.startMinute))}–{f.clock(clockOf(span.endMinute))}
              {at < spans.length - 1 ? ', ' : null}
            </span>
          ))}
        </span>
      ))}
    </>
  );
}
