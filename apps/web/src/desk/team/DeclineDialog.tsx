import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { deskPost } from '../lib/desk-http.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';

/** Declines time off, with a sentence for whoever asked. */
export function DeclineDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly path: string;
}) {
  const { t } = useDeskSpeech();
  const [answer, setAnswer] = useState('');
  const saving = useSaving<null, TimeOffRequest>({
    send: () => deskPost(props.path, { answer: answer.trim() || null }),
    onSaved: props.onClose,
    done: t.team.declined,
  });
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t.team.declineTitle}
      close={t.shell.close}
      foot={
        <Button onPress={() => saving.save(null)} isPending={saving.isPending}>
          {t.team.decline}
        </Button>
      }
    >
      <TextField
        label={t.team.answer}
        hint={t.shell.optional}
        name="answer"
        value={answer}
        onChange={setAnswer}
        maxLength={200}
        autoFocus
      />
      {saving.error ? <DeskProblemNotice error={saving.error} /> : null}
    </Dialog>
  );
}
