import type { TeamAnswer } from '@salon/contracts/desk/team';
import type { NewTimeOffRequest, TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost } from '../lib/desk-http.ts';
import { focusWrong } from '../set-up/focus-wrong.ts';
import { SomeDaysFields } from '../set-up/SomeDaysFields.tsx';
import { useSomeDays } from '../set-up/some-days.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly team: TeamAnswer };

/** Asks for time off: whole days, or a part of one. */
export function AskDialog({ isOpen, onClose, team }: Props) {
  const { t } = useDeskSpeech();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.team.ask} close={t.shell.close}>
      <AskForm onClose={onClose} team={team} />
    </Dialog>
  );
}

function AskForm({ onClose, team }: Omit<Props, 'isOpen'>) {
  const { t } = useDeskSpeech();
  const { salon, reach } = useDesk();
  const [staffId, setStaffId] = useState(salon.staffId ?? team.staff[0]?.id ?? '');
  const days = useSomeDays({ usualEnd: 18 * 60, partOfOne: true });
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const saving = useSaving<NewTimeOffRequest, TimeOffRequest>({
    send: (wish) => deskPost(`/api/desk/${salon.id}/time-off-requests`, wish),
    onSaved: onClose,
    done: t.team.asked,
  });
  const box = useRef<HTMLDivElement>(null);
  const submit = () => {
    if (days.days) saving.save({ staffId, ...days.days, reason: reason.trim() || null });
    else focusWrong(box.current, () => setTried(true));
  };
  return (
    <div ref={box} className="space-y-4">
      {reach('requestTimeOff') === 'all' ? (
        <Select
          label={t.team.askFor}
          value={staffId}
          options={team.staff.map(({ id, profile }) => ({ value: id, text: profile.name }))}
          onChange={setStaffId}
        />
      ) : null}
      <SomeDaysFields days={days} min={team.today} tried={tried} />
      <TextField
        label={t.team.reason}
        hint={t.shell.optional}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
      {saving.error ? <DeskProblemNotice error={saving.error} /> : null}
      <Button onPress={submit} isPending={saving.isPending} className="w-full">
        {t.team.send}
      </Button>
    </div>
  );
}
