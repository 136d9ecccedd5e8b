import type { Invitation } from '@salon/contracts/desk/members';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { wallClock } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { membersQuery, resendInvitation, revokeInvitation } from './members.calls.ts';

/** Who was asked and has not answered. */
export function Invitations({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: membersQuery(salon.id).queryKey });
  const resending = useMutation({
    mutationFn: ({ id }: Invitation) => resendInvitation(salon.id, id),
    onSuccess: async (_, { email }) => {
      await refresh();
      showToast({ text: t.members.invited({ email }) });
    },
  });
  const revoking = useMutation({
    mutationFn: ({ id }: Invitation) => revokeInvitation(salon.id, id),
    onSuccess: async () => {
      await refresh();
      showToast({ text: t.members.revoked });
    },
  });
  const failed = resending.error ?? revoking.error;
  return (
    <Panel title={t.members.invitations}>
      {failed ? <DeskProblemNotice error={failed} /> : null}
      {invitations.length === 0 ? <p className="text-soft">{t.members.invitationsNone}</p> : null}
      <ul className="divide-y divide-line empty:hidden">
        {invitations.map((invitation) => (
          <InvitationLine
            key={invitation.id}
            invitation={invitation}
            onResend={() => resending.mutate(invitation)}
            onRevoke={() => revoking.mutate(invitation)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function InvitationLine(props: {
  readonly invitation: Invitation;
  readonly onResend: () => void;
  readonly onRevoke: () => void;
}) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const { email, role, expired, expiresAt } = props.invitation;
  const day = f.day(wallClock(salon.timezone, Date.parse(expiresAt)).date);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-2">
      <div className="min-w-0">
        <p className="break-all font-semibold">{email}</p>
        <p className="text-small text-soft">
          {t.shell.roles[role]} · {expired ? t.members.expired : t.members.until({ day })}
        </p>
      </div>
      <div className="flex gap-4">
        <Button look="plain" aria-label={t.members.resendTo({ email })} onPress={props.onResend}>
          {t.members.resend}
        </Button>
        <Button look="plain" aria-label={t.members.revokeOf({ email })} onPress={props.onRevoke}>
          {t.members.revoke}
        </Button>
      </div>
    </li>
  );
}
