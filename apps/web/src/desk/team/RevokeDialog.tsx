import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost } from '../lib/desk-http.ts';
import { heldText } from '../set-up/some-days.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';

type Props = {
  readonly request: TimeOffRequest;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Takes approved time off back, after saying what that frees. */
export function RevokeDialog({ request, name, isOpen, onClose }: Props) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const [answer, setAnswer] = useState('');
  const { id, version, timeOff, visits } = request;
  const saving = useSaving<null, TimeOffRequest>({
    send: () =>
      deskPost(`/api/desk/${salon.id}/time-off-requests/${id}/revoke`, { version, answer: answer.trim() || null }),
    onSaved: onClose,
    done: t.team.revoked,
  });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t.team.revokeTitle({ name })}
      close={t.shell.close}
      foot={
        <>
          <Button look="soft" onPress={onClose}>
            {t.team.keep}
          </Button>
          <Button onPress={() => saving.save(null)} isPending={saving.isPending}>
            {t.team.revoke}
          </Button>
        </>
      }
    >
      <p className="numbers">{timeOff ? t.team.frees({ name, span: heldText(f, timeOff) }) : t.team.freesNothing}</p>
      {visits > 0 ? <p className="text-heed">{t.team.keepsVisits({ n: visits })}</p> : null}
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
