import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { daysText } from '../set-up/some-days.ts';

/** Who wants to be away when, why, and what became of it. */
export function RequestText({ request, name }: { readonly request: TimeOffRequest; readonly name: string }) {
  const { t, f } = useDeskSpeech();
  const said = t.team.states[request.state];
  return (
    <div>
      <p className="numbers">
        <span className="font-semibold">{name}</span>
        {'\u00a0· '}
        {daysText(f, request)}
      </p>
      <p className="text-small text-soft">
        {request.decidedBy === null ? said : t.team.decidedBy({ state: said, name: request.decidedBy })}
        {request.reason ? `\u00a0· ${request.reason}` : null}
        {request.answer ? `\u00a0· ${t.team.answered({ answer: request.answer })}` : null}
      </p>
      {request.visits > 0 ? <p className="text-small text-heed">{t.team.visitsThen({ n: request.visits })}</p> : null}
    </div>
  );
}
