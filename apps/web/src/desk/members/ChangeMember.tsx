import type { ChangeMemberRequest, Member } from '@salon/contracts/desk/members';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { changeMember, membersQuery } from './members.calls.ts';
import { RoleFields, type StaffName } from './RoleFields.tsx';

/** Another role for somebody, or another place in the calendar. */
export function ChangeMember(props: {
  readonly member: Member;
  readonly staff: readonly StaffName[];
  readonly isLastOwner: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const client = useQueryClient();
  const { member, onClose } = props;
  const [role, setRole] = useState(member.role);
  const [staffId, setStaffId] = useState(member.staffId);
  const sending = useMutation({
    mutationFn: (body: ChangeMemberRequest) => changeMember(salon.id, member.id, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: membersQuery(salon.id).queryKey });
      // Her own rights may be others now.
      if (member.you) await client.invalidateQueries({ queryKey: ['desk'] });
      onClose();
      showToast({ text: t.members.changed({ name: member.name }) });
    },
  });
  const leavesNobody = props.isLastOwner && role !== 'owner';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.members.changeOf({ name: member.name })}
      close={t.shell.close}
      foot={
        <>
          <Button look="soft" onPress={onClose}>
            {t.shell.cancel}
          </Button>
          <Button
            onPress={() => sending.mutate({ role, staffId })}
            isPending={sending.isPending}
            isDisabled={leavesNobody}
          >
            {sending.isPending ? t.shell.saving : t.shell.save}
          </Button>
        </>
      }
    >
      <RoleFields staff={props.staff} role={role} onRole={setRole} staffId={staffId} onStaff={setStaffId} />
      {leavesNobody ? <Notice tone="heed" title={t.members.lastOwner} /> : null}
      {sending.error ? <DeskProblemNotice error={sending.error} /> : null}
    </Dialog>
  );
}
