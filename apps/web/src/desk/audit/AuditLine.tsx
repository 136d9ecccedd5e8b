import type { AuditEntry } from '@salon/contracts/desk/audit';
import { wallClock } from '../../lib/dates.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { factsChanged, sentenceOf } from './change.ts';

/** One change: when, who and what in a sentence, and below it from what to what. */
export function AuditLine({ entry }: { readonly entry: AuditEntry }) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const speech = { t, f, timezone: salon.timezone, currency: salon.currency };
  const { date, time } = wallClock(salon.timezone, Date.parse(entry.at));
  const facts = factsChanged(entry, speech);
  return (
    <li className="py-3">
      <p>{sentenceOf(entry, speech)}</p>
      {facts.length > 0 ? (
        <dl className="text-small text-soft">
          {facts.map(({ what, from, to }) => (
            <div key={what} className="flex flex-wrap gap-x-2">
              <dt>{what}:</dt>
              <dd className="numbers min-w-0">{from === null ? to : t.audit.fromTo({ from, to })}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="numbers text-small text-soft">
        <time dateTime={entry.at}>
          {f.day(date)}, {f.time(time)}
        </time>
      </p>
    </li>
  );
}
