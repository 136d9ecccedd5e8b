import type { CustomerCard } from '@salon/contracts/desk/customers';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { useCardWrite } from './use-card-writes.ts';

/** How long a block can be lifted by its message. */
const UNDO_MS = 10_000;

/** Lets a customer book by telephone only, for a reason that only the team reads. */
export function BlockDialog({ card, onClose }: { readonly card: CustomerCard; readonly onClose: () => void }) {
  const { t } = useDeskSpeech();
  const [reason, setReason] = useState('');
  const writing = useCardWrite(card.id);
  const words = t.customers.block;
  const block = () =>
    writing.mutate(
      { method: 'POST', to: '/block', body: reason.trim() === '' ? {} : { reason: reason.trim() } },
      {
        onSuccess: () => {
          showToast({
            text: words.blocked({ name: card.name }),
            undo: { forMs: UNDO_MS, run: () => writing.mutate({ method: 'POST', to: '/unblock' }) },
          });
          onClose();
        },
      },
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title({ name: card.name })}
      close={t.shell.close}
      foot={
        <>
          <Button look="soft" onPress={onClose}>
            {t.shell.cancel}
          </Button>
          <Button look="danger" onPress={block} isPending={writing.isPending}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      <TextField
        name="reason"
        label={words.reason}
        hint={t.shell.optional}
        description={words.reasonMore}
        value={reason}
        onChange={setReason}
        maxLength={500}
        autoFocus
      />
      {writing.error ? <DeskProblemNotice error={writing.error} retry={block} /> : null}
    </Dialog>
  );
}
