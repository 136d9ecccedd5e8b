import type { TeamAnswer } from '@salon/contracts/desk/team';
import type { NewTimeOffRequest, TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost } from '../lib/desk-http.ts';
import { clockOf, minutesOfDay } from '../set-up/time-of-day.ts';
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
  const { t, f } = useDeskSpeech();
  const { salon, reach } = useDesk();
  const [staffId, setStaffId] = useState(salon.staffId ?? team.staff[0]?.id ?? '');
  const [first, setFirst] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const [part, setPart] = useState(false);
  const [span, setSpan] = useState({ startMinute: 12 * 60, endMinute: 18 * 60 });
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const saving = useSaving<NewTimeOffRequest, TimeOffRequest>({
    send: (wish) => deskPost(`/api/desk/${salon.id}/time-off-requests`, wish),
    onSaved: onClose,
    done: t.team.asked,
  });
  const end = part ? first : (last ?? first);
  const wrong = {
    first: first === null ? t.setUp.needed : undefined,
    last: first !== null && end !== null && end < first ? t.setUp.endsBefore : undefined,
    end: part && span.endMinute <= span.startMinute ? t.setUp.endsBefore : undefined,
  };
  const submit = () => {
    setTried(true);
    if (first === null || end === null || Object.values(wrong).some(Boolean)) return;
    const times = part ? span : { startMinute: null, endMinute: null };
    saving.save({ staffId, firstDate: first, lastDate: end, ...times, reason: reason.trim() || null });
  };
  const options = minutesOfDay(0).map((minute) => ({ value: String(minute), text: f.clock(clockOf(minute)) }));
  return (
    <div className="space-y-4">
      {reach('requestTimeOff') === 'all' ? (
        <Select
          label={t.team.askFor}
          value={staffId}
          options={team.staff.map(({ id, profile }) => ({ value: id, text: profile.name }))}
          onChange={setStaffId}
        />
      ) : null}
      <div className="grid gap-4 tablet:grid-cols-2">
        <DateField
          label={t.team.firstDate}
          value={first}
          onChange={setFirst}
          min={team.today}
          error={tried ? wrong.first : undefined}
        />
        {part ? null : (
          <DateField
            label={t.team.lastDate}
            value={last ?? first}
            onChange={setLast}
            min={first ?? team.today}
            error={tried ? wrong.last : undefined}
          />
        )}
      </div>
      <Switch label={t.team.partOfDay} on={part} onChange={setPart} />
      {part ? (
        <div className="grid grid-cols-2 gap-4">
          <Select
            label={t.team.fromTime}
            value={String(span.startMinute)}
            options={options}
            onChange={(value) => setSpan({ ...span, startMinute: Number(value) })}
          />
          <Select
            label={t.team.toTime}
            value={String(span.endMinute)}
            options={options}
            onChange={(value) => setSpan({ ...span, endMinute: Number(value) })}
            error={tried ? wrong.end : undefined}
          />
        </div>
      ) : null}
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
