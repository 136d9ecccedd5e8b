import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { clockOf } from '../set-up/time-of-day.ts';

/** Who wants to be away when, why, and what became of it. */
export function RequestText({ request, name }: { readonly request: TimeOffRequest; readonly name: string }) {
  const { t, f } = useDeskSpeech();
  const { firstDate, lastDate, startMinute, endMinute, state } = request;
  const dates = firstDate === lastDate ? f.day(firstDate) : `${f.day(firstDate)} – ${f.day(lastDate)}`;
  const times =
    startMinute === null || endMinute === null
      ? ''
      : `, ${f.clock(clockOf(startMinute))}–${f.clock(clockOf(endMinute))}${f.afterTime}`;
  const said = t.team.states[state];
  return (
    <div>
      <p className="numbers">
        <span className="font-semibold">{name}</span> · {dates}
        {times}
      </p>
      <p className="text-small text-soft">
        {request.decidedBy === null ? said : t.team.decidedBy({ state: said, name: request.decidedBy })}
        {request.reason ? ` · ${request.reason}` : null}
        {request.answer ? ` · „${request.answer}“` : null}
      </p>
      {request.visits > 0 ? <p className="text-small text-heed">{t.team.visitsThen({ n: request.visits })}</p> : null}
    </div>
  );
}
