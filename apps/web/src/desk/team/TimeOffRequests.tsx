import type { TeamAnswer } from '@salon/contracts/desk/team';
import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost } from '../lib/desk-http.ts';
import { AffectedDialog } from '../set-up/AffectedDialog.tsx';
import { timeOffRequestsQuery } from '../set-up/set-up.queries.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { ApprovedTimeOff } from './ApprovedTimeOff.tsx';
import { AskDialog } from './AskDialog.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { RequestText } from './RequestText.tsx';

/** Holidays that were asked for: the open ones with what can be done, the others to look up. */
export function TimeOffRequests({ team }: { readonly team: TeamAnswer }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data, error, refetch } = useQuery(timeOffRequestsQuery(salon.id));
  const [asking, setAsking] = useState(false);
  const nameOf = (id: string) => team.staff.find((staff) => staff.id === id)?.profile.name ?? '';
  const requests = data?.requests ?? [];
  const open = requests.filter(({ state }) => state === 'requested');
  const coming = requests.filter(({ state, lastDate }) => state === 'approved' && lastDate >= team.today);
  const past = requests.filter((request) => !open.includes(request) && !coming.includes(request));
  return (
    <Panel
      title={t.team.requests}
      description={t.team.requestsMore}
      actions={
        team.staff.length > 0 ? (
          <Button look="soft" onPress={() => setAsking(true)}>
            {t.team.ask}
          </Button>
        ) : null
      }
    >
      {data || error ? null : <Waiting className="h-20" />}
      {error && !data ? <DeskProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data && open.length === 0 ? <p className="text-soft">{t.team.noRequests}</p> : null}
      <ul className="divide-y divide-line">
        {open.map((request) => (
          <li key={request.id} className="space-y-2 py-3">
            <RequestText request={request} name={nameOf(request.staffId)} />
            <Decide request={request} name={nameOf(request.staffId)} />
          </li>
        ))}
      </ul>
      {coming.length > 0 ? (
        <section aria-label={t.team.coming}>
          <h3 className="font-semibold">{t.team.coming}</h3>
          <ul className="divide-y divide-line">
            {coming.map((request) => (
              <li key={request.id} className="space-y-2 py-3">
                <ApprovedTimeOff request={request} name={nameOf(request.staffId)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {past.length > 0 ? (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-accent-ink">
            {t.team.past}
          </summary>
          <ul className="divide-y divide-line">
            {past.map((request) => (
              <li key={request.id} className="py-3">
                <RequestText request={request} name={nameOf(request.staffId)} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <AskDialog isOpen={asking} onClose={() => setAsking(false)} team={team} />
    </Panel>
  );
}

function Decide({ request, name }: { readonly request: TimeOffRequest; readonly name: string }) {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  const [declining, setDeclining] = useState(false);
  const at = (what: string) => `/api/desk/${salon.id}/time-off-requests/${request.id}/${what}`;
  const approving = useSaving<null, TimeOffRequest>({
    send: (_, confirm) => deskPost(at('approve'), { confirm }),
    done: t.team.approved,
  });
  const withdrawing = useSaving<null, TimeOffRequest>({
    send: () => deskPost(at('withdraw')),
    done: t.team.withdrawn,
  });
  const isMine = request.staffId === salon.staffId;
  const error = approving.error ?? withdrawing.error;
  return (
    <>
      <div className="flex flex-wrap gap-3">
        {can('decideTimeOff') ? (
          <>
            <Button
              aria-label={`${t.team.approve}: ${name}`}
              onPress={() => approving.save(null)}
              isPending={approving.isPending}
            >
              {t.team.approve}
            </Button>
            <Button look="soft" aria-label={`${t.team.decline}: ${name}`} onPress={() => setDeclining(true)}>
              {t.team.decline}
            </Button>
          </>
        ) : null}
        {isMine ? (
          <Button look="soft" onPress={() => withdrawing.save(null)} isPending={withdrawing.isPending}>
            {t.team.withdraw}
          </Button>
        ) : null}
      </div>
      {error ? <DeskProblemNotice error={error} /> : null}
      <AffectedDialog saving={approving} />
      <DeclineDialog isOpen={declining} onClose={() => setDeclining(false)} path={at('decline')} />
    </>
  );
}
