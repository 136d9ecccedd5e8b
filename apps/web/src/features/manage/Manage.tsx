import { ChevronLeft } from 'lucide-react';
import { useSearch } from 'wouter';
import { managePath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { CancelStep } from './CancelStep.tsx';
import { MoveCheck } from './MoveCheck.tsx';
import { MoveStep } from './MoveStep.tsx';
import { Pending } from './Pending.tsx';
import { Refused } from './Refused.tsx';
import { SeeVisit } from './SeeVisit.tsx';
import { possible } from './standing.ts';
import { useCancelling } from './use-cancelling.ts';
import { useMoving } from './use-moving.ts';
import { queryOf, SEE, type View, viewOf } from './view.ts';
import type { Visit } from './visit.queries.ts';

/** See a visit, move it, cancel it: one of these at a time, as the address says. */
export function Manage({ token, visit }: { readonly token: string; readonly visit: Visit }) {
  const moving = useMoving(token, visit);
  const cancelling = useCancelling(token, visit);
  const view = allowed(viewOf(useSearch()), visit);
  if (view.kind === 'see') {
    return (
      <div className="space-y-4">
        {[moving, cancelling].map(({ state, resume }, index) => (
          <div key={index === 0 ? 'move' : 'cancel'} className="mx-auto w-full max-w-xl empty:hidden desk:max-w-none">
            <Pending state={state} resume={() => void resume()} />
            {state.kind === 'refused' ? <Refused visit={visit} problem={state.problem} /> : null}
          </div>
        ))}
        <SeeVisit key={visit.booking.status} token={token} visit={visit} news={view.news} />
      </div>
    );
  }
  const { day, at } = view.kind === 'move' ? view : { day: null, at: null };
  const isChosen = view.kind === 'move' && day !== null && at !== null;
  return (
    <div className="flex flex-col items-start gap-4">
      <Back to={managePath(token, queryOf(isChosen ? { ...view, at: null } : SEE))} />
      <div className="w-full">
        {view.kind === 'cancel' ? <CancelStep token={token} visit={visit} cancelling={cancelling} /> : null}
        {isChosen ? (
          <MoveCheck key={`${day} ${at}`} token={token} visit={visit} view={{ ...view, day, at }} moving={moving} />
        ) : null}
        {view.kind === 'move' && !isChosen ? <MoveStep token={token} visit={visit} view={view} /> : null}
      </div>
    </div>
  );
}

/** What is not possible (any more) is not shown: an old address shows the visit, which says why. */
function allowed(view: View, visit: Visit): View {
  const can = possible(visit, Date.now());
  if ((view.kind === 'cancel' && !can.cancel) || (view.kind === 'move' && !can.move)) return SEE;
  return view;
}

function Back({ to }: { readonly to: string }) {
  const { t } = useSpeech();
  return (
    <LinkButton href={to} look="plain">
      <ChevronLeft aria-hidden className="-ml-1 size-5" />
      {t.shell.back}
    </LinkButton>
  );
}
