import type { DeskVisit } from '@salon/contracts/desk/visit';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

type How = { readonly reason?: string; readonly notify: boolean };

/** Why a visit does not take place, and whether the customer is told. */
export function CancelFields(props: {
  readonly visit: DeskVisit;
  readonly confirm: string;
  readonly onConfirm: (how: How) => void;
  readonly onBack: () => void;
}) {
  const { t } = useDeskSpeech();
  const words = t.visit.panel;
  const hasAddress = props.visit.email !== null;
  const [reason, setReason] = useState('');
  const [mail, setMail] = useState(hasAddress);
  const why = reason.trim();
  return (
    <div className="space-y-4">
      <TextField
        name="reason"
        label={words.reason}
        hint={t.shell.optional}
        description={words.reasonMore}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
      {hasAddress ? <Checkbox label={words.cancelMail} checked={mail} onChange={setMail} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button
          look="danger"
          className="flex-1"
          onPress={() => props.onConfirm({ notify: mail, ...(why === '' ? {} : { reason: why }) })}
        >
          {props.confirm}
        </Button>
        <Button look="soft" className="flex-1" onPress={props.onBack}>
          {t.shell.back}
        </Button>
      </div>
    </div>
  );
}
