import type { Member } from '@salon/contracts/desk/members';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { ChangeMember } from './ChangeMember.tsx';
import { Invitations } from './Invitations.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { MemberLine } from './MemberLine.tsx';
import { membersQuery, staffNamesQuery } from './members.calls.ts';
import { RemoveMember } from './RemoveMember.tsx';

/** Who may come to this desk, who is invited, and as what. */
export function MembersPage() {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  const { data, error, refetch } = useQuery(membersQuery(salon.id));
  const { data: staff = [] } = useQuery(staffNamesQuery(salon.id));
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Member>();
  const [removing, setRemoving] = useState<Member>();
  const mayChange = can('changeMembers');
  const owners = data?.members.filter(({ role }) => role === 'owner').length ?? 0;
  return (
    <DeskPage title={t.members.title}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <Heading>{t.members.title}</Heading>
          <p className="text-soft">{t.members.more}</p>
        </div>
        {mayChange ? <Button onPress={() => setInviting(true)}>{t.members.invite}</Button> : null}
      </div>
      {error ? <DeskProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Waiting className="h-40" /> : null}
      {data ? (
        <>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface px-4 tablet:px-6">
            {data.members.map((member) => (
              <MemberLine
                key={member.id}
                member={member}
                staffName={staff.find(({ id }) => id === member.staffId)?.name}
                {...(mayChange ? { onChange: () => setChanging(member), onRemove: () => setRemoving(member) } : {})}
              />
            ))}
          </ul>
          {mayChange ? <Invitations invitations={data.invitations} /> : null}
        </>
      ) : null}
      {inviting ? <InviteDialog staff={staff} onClose={() => setInviting(false)} /> : null}
      {changing ? (
        <ChangeMember
          member={changing}
          staff={staff}
          isLastOwner={changing.role === 'owner' && owners === 1}
          onClose={() => setChanging(undefined)}
        />
      ) : null}
      {removing ? (
        <RemoveMember
          member={removing}
          isLastOwner={removing.role === 'owner' && owners === 1}
          onClose={() => setRemoving(undefined)}
        />
      ) : null}
    </DeskPage>
  );
}
