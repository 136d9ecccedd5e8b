import { InviteRequest } from '@salon/contracts/desk/members';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { SendForm } from '../shell/SendForm.tsx';
import { invite, membersQuery } from './members.calls.ts';
import { RoleFields, type StaffName } from './RoleFields.tsx';

/** Asks somebody by mail to come to this desk. */
export function InviteDialog({
  staff,
  onClose,
}: {
  readonly staff: readonly StaffName[];
  readonly onClose: () => void;
}) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const client = useQueryClient();
  const form = useDeskForm(InviteRequest, {
    values: { email: '', role: 'staff', staffId: null },
    wrong: { email: t.members.emailWrong },
  });
  const sending = useMutation({
    mutationFn: (body: InviteRequest) => invite(salon.id, body),
    onSuccess: async (_, { email }) => {
      await client.invalidateQueries({ queryKey: membersQuery(salon.id).queryKey });
      onClose();
      showToast({ text: t.members.invited({ email }) });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t.members.inviteTitle} close={t.shell.close}>
      <p className="text-soft">{t.members.inviteMore}</p>
      <SendForm form={form} sending={sending} submit={t.members.inviteSend} pending={t.members.inviteSending}>
        <FormField
          control={form.control}
          name="email"
          type="email"
          label={t.members.email}
          maxLength={254}
          required
          autoFocus
        />
        <RoleFields
          staff={staff}
          role={form.watch('role')}
          onRole={(role) => form.setValue('role', role)}
          staffId={form.watch('staffId') ?? null}
          onStaff={(staffId) => form.setValue('staffId', staffId)}
        />
      </SendForm>
    </Dialog>
  );
}
