import type { Session } from '@salon/contracts/desk/sessions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { wallClock } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { signInPath } from '../lib/paths.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { endSession, endSessions, sessionsQuery } from './account.calls.ts';
import { useDeviceName } from './use-device-name.ts';

/** Where she is signed in, and how to end it there. */
export function SessionsPanel() {
  const { t } = useDeskSpeech();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const refresh = () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const ending = useMutation({
    mutationFn: ({ id }: Session) => endSession(id),
    onSuccess: async () => {
      await refresh();
      showToast({ text: t.account.sessionEnded });
    },
  });
  const endingAll = useMutation({
    mutationFn: (everywhere: boolean) => endSessions({ everywhere }),
    onSuccess: async (_, everywhere) => {
      if (everywhere) {
        navigate(signInPath());
        client.clear();
        return;
      }
      await refresh();
      showToast({ text: t.account.endedElsewhere });
    },
  });
  const failed = error ?? ending.error ?? endingAll.error;
  return (
    <Panel title={t.account.sessions}>
      {failed ? <DeskProblemNotice error={failed} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Waiting className="h-24" /> : null}
      <ul className="divide-y divide-line empty:hidden">
        {data?.sessions.map((session) => (
          <SessionLine key={session.id} session={session} onEnd={() => ending.mutate(session)} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {data && data.sessions.length > 1 ? (
          <Button look="soft" onPress={() => endingAll.mutate(false)} isPending={endingAll.isPending}>
            {t.account.signOutElsewhere}
          </Button>
        ) : null}
        <Button look="danger" onPress={() => endingAll.mutate(true)} isPending={endingAll.isPending}>
          {t.account.signOutEverywhere}
        </Button>
      </div>
    </Panel>
  );
}

function SessionLine({ session, onEnd }: { readonly session: Session; readonly onEnd: () => void }) {
  const { t, f } = useDeskSpeech();
  const device = useDeviceName()(session.userAgent);
  const dayOf = (at: string) => f.day(wallClock(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.parse(at)).date);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-2">
      <div className="min-w-0">
        <p className="font-semibold">{device}</p>
        <p className="text-small text-soft">
          {[
            session.current ? t.account.sessionHere : t.account.sessionUsed({ day: dayOf(session.lastUsedAt) }),
            t.account.sessionSince({ day: dayOf(session.createdAt) }),
            session.address,
          ]
            .filter(Boolean)
            .join('\u00a0· ')}
        </p>
      </div>
      {session.current ? null : (
        <Button look="plain" aria-label={t.account.sessionEndOf({ device })} onPress={onEnd}>
          {t.account.sessionEnd}
        </Button>
      )}
    </li>
  );
}
