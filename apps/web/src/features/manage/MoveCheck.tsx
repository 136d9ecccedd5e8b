import { useEffect } from 'react';
import { ProblemNotice } from '../../app/ProblemNotice.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { managePath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { refusalOf } from '../sending/refusal-of.ts';
import { MoveCard } from './MoveCard.tsx';
import { MoveRefused } from './MoveRefused.tsx';
import type { MoveView } from './MoveStep.tsx';
import { isWhereItIs, moveRequest } from './move.ts';
import { OtherTimes } from './OtherTimes.tsx';
import { Pending } from './Pending.tsx';
import { useMoveTarget } from './use-move-target.ts';
import type { Moving } from './use-moving.ts';
import { queryOf } from './view.ts';
import type { Visit } from './visit.queries.ts';

/** Old time and new time beside each other, and the one button that moves. */
export function MoveCheck(props: {
  readonly token: string;
  readonly visit: Visit;
  readonly view: MoveView & { readonly day: string; readonly at: string };
  readonly moving: Moving;
}) {
  const { token, visit, view, moving } = props;
  const { state, clear } = moving;
  const { t } = useSpeech();
  const { whom, times, day, slot, staff } = useMoveTarget(token, visit, view);
  const busy = state.kind === 'sending' || state.kind === 'waiting' || state.kind === 'done';
  const refusal = refusalOf(state, view);
  const refused = refusal?.problem;
  const idle = state.kind === 'idle' || (state.kind === 'refused' && !refusal);
  // While a move is on its way, a time that is gone may be gone because it is ours.
  const gone = times.isSuccess && !times.isFetching && slot === undefined && idle;
  const lost = gone || refused?.code === 'slot_taken' || refused?.code === 'slot_not_bookable';
  const same = slot !== undefined && !busy && isWhereItIs(slot, visit, whom);
  usePageTitle(`${t.manage.move} · ${visit.salon.name}`);
  // A refusal belongs to this choice; whoever goes elsewhere has seen it.
  useEffect(() => clear, [clear]);

  const others = { token, visit, view, settled: clear };
  return (
    <div className="mx-auto w-full max-w-xl space-y-6 desk:mx-0">
      <Heading>{t.manage.moveCheck}</Heading>
      <MoveCard visit={visit} day={view.day} at={view.at} slot={slot} staff={staff} />
      {times.error && !times.data ? <ProblemNotice error={times.error} retry={() => void times.refetch()} /> : null}
      {gone ? (
        <Notice urgent tone="heed" title={t.booking.notFree}>
          <OtherTimes {...others} day={day} />
        </Notice>
      ) : null}
      {same ? <Notice tone="info" title={t.manage.sameTime} /> : null}
      {refused ? <MoveRefused {...others} problem={refused} day={day} slot={slot} /> : null}
      <Pending state={state} resume={() => void moving.resume()} />
      <div className="space-y-3">
        {lost || same || state.kind === 'unsure' ? null : (
          <Button
            onPress={() => slot && void moving.send(moveRequest(visit, { ...view, whom, slot }))}
            isPending={busy}
            isDisabled={slot === undefined && !busy}
            className="w-full"
          >
            {busy ? t.manage.moving : t.manage.moveNow}
          </Button>
        )}
        {same ? (
          <LinkButton href={managePath(token, queryOf({ ...view, at: null }))} className="w-full">
            {t.manage.otherTime}
          </LinkButton>
        ) : null}
        {busy || lost || same ? null : <p className="text-small text-soft">{t.manage.moveCheckMore}</p>}
      </div>
    </div>
  );
}
