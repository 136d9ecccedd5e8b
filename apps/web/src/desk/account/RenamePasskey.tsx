import { type Passkey, PasskeyName } from '@salon/contracts/desk/passkey';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { SendForm } from '../shell/SendForm.tsx';
import { passkeysQuery, renamePasskey } from './account.calls.ts';

export function RenamePasskey({ passkey, onClose }: { readonly passkey: Passkey; readonly onClose: () => void }) {
  const { t } = useDeskSpeech();
  const client = useQueryClient();
  const form = useDeskForm(PasskeyName, { values: { name: passkey.name ?? '' } });
  const sending = useMutation({
    mutationFn: ({ name }: PasskeyName) => renamePasskey(passkey.id, name),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: passkeysQuery.queryKey });
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t.account.rename} close={t.shell.close}>
      <SendForm form={form} sending={sending} submit={t.account.save} pending={t.account.saving}>
        <FormField control={form.control} name="name" label={t.account.passkeyName} maxLength={60} required autoFocus />
      </SendForm>
    </Dialog>
  );
}
