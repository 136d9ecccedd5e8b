import type { OpenInvitation } from '@salon/contracts/desk/members';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { whoQuery } from '../lib/desk.queries.ts';
import { refusalOf } from '../lib/desk-http.ts';
import { calendarPath, invitationPath, signInPath } from '../lib/paths.ts';
import { Alone } from '../shell/Alone.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { acceptInvitation, invitationQuery, signOut } from './account.calls.ts';
import { Done } from './Done.tsx';
import { InvitationSignUp } from './InvitationSignUp.tsx';

/** Where the link of an invitation leads: who invites, and the shortest way to say yes. */
export function InvitationPage({ token }: { readonly token: string }) {
  const { t } = useDeskSpeech();
  const { data, error, refetch } = useQuery(invitationQuery(token));
  const code = refusalOf(error)?.code;
  if (code === 'invitation_not_found' || code === 'link_expired') {
    return (
      <Done
        title={t.account.invitationOver}
        text={t.account.invitationOverMore}
        href={signInPath()}
        next={t.account.toSignIn}
      />
    );
  }
  if (!data) {
    return (
      <Alone title={t.shell.loading}>
        {error ? <DeskProblemNotice error={error} retry={() => void refetch()} /> : <Skeleton className="h-40" />}
      </Alone>
    );
  }
  const { salon, invitedBy, role, email } = data;
  return (
    <Alone title={t.account.invitationTitle({ salon: salon.name })}>
      <div className="space-y-2">
        <Heading>{t.account.invitationTitle({ salon: salon.name })}</Heading>
        <p>{t.account.invitationMore({ by: invitedBy ?? t.account.invitationBySalon, role: t.shell.roles[role] })}</p>
        <p className="text-soft">{t.account.invitationFor({ email })}</p>
      </div>
      <Answer token={token} invitation={data} />
    </Alone>
  );
}

function Answer({ token, invitation }: { readonly token: string; readonly invitation: OpenInvitation }) {
  const { t } = useDeskSpeech();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { data: who, isPending } = useQuery(whoQuery);
  const onJoined = (slug: string) => {
    client.removeQueries({ queryKey: ['desk'] });
    navigate(calendarPath(slug), { replace: true });
  };
  const accepting = useMutation({
    mutationFn: () => acceptInvitation(token),
    onSuccess: ({ salon }) => onJoined(salon.slug),
  });
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => client.setQueryData(whoQuery.queryKey, null),
  });
  if (isPending) return <Skeleton className="h-12" />;
  if (who === null || who === undefined) {
    return invitation.known ? (
      <div>
        <LinkButton href={signInPath(invitationPath(token))}>{t.account.acceptSignIn}</LinkButton>
      </div>
    ) : (
      <InvitationSignUp token={token} onJoined={onJoined} />
    );
  }
  if (who.login.email !== invitation.email) {
    return (
      <div className="space-y-4">
        <p>{t.account.invitationOther({ email: who.login.email })}</p>
        <Button look="soft" onPress={() => leaving.mutate()} isPending={leaving.isPending}>
          {t.account.otherAccount}
        </Button>
      </div>
    );
  }
  return (
    <div className="space-y-4">
      {accepting.error ? <DeskProblemNotice error={accepting.error} /> : null}
      <Button onPress={() => accepting.mutate()} isPending={accepting.isPending}>
        {accepting.isPending ? t.account.accepting : t.account.accept}
      </Button>
    </div>
  );
}
