import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { Emptiness } from './agenda-rows.ts';

/** Why a day is empty, and what can be done about it. */
export function EmptyDay({ empty }: { readonly empty: Emptiness }) {
  const { t } = useDeskSpeech();
  const said = t.calendar.empty;
  const [title, more] = {
    closed: [said.closed({ why: empty.why === 'closed' ? empty.name : '' }), ''],
    nobody: [said.nobody, said.nobodyMore],
    none_shown: [said.noneShown, ''],
    no_visits: [said.noVisits, said.noVisitsMore],
  }[empty.why];
  return (
    <div role="status" className="px-4 py-3 text-center">
      <p className="font-semibold">{title}</p>
      {more ? <p className="text-small text-soft">{more}</p> : null}
    </div>
  );
}
