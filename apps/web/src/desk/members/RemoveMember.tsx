import type { Member } from '@salon/contracts/desk/members';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { membersQuery, removeMember } from './members.calls.ts';

/** Takes somebody's access away, after saying what that means; the last owner's stays, and why is said. */
export function RemoveMember(props: {
  readonly member: Member;
  readonly isLastOwner: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const client = useQueryClient();
  const { member, onClose } = props;
  const { name, email } = member;
  const sending = useMutation({
    mutationFn: () => removeMember(salon.id, member.id),
    onSuccess: async () => {
      onClose();
      showToast({ text: t.members.removed({ name }) });
      await client.invalidateQueries({ queryKey: member.you ? ['desk'] : membersQuery(salon.id).queryKey });
    },
  });
  if (props.isLastOwner) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={t.members.removeTitle({ name })}
        close={t.shell.close}
        foot={<Button onPress={onClose}>{t.shell.back}</Button>}
      >
        <p>{t.members.lastOwner}</p>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.members.removeTitle({ name })}
      confirm={t.members.remove}
      cancel={t.shell.cancel}
      onConfirm={() => sending.mutate()}
      isPending={sending.isPending}
    >
      <p>{t.members.removeMore({ email, salon: salon.name })}</p>
      {sending.error ? <DeskProblemNotice error={sending.error} /> : null}
    </ConfirmDialog>
  );
}
