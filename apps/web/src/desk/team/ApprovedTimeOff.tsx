import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { RequestText } from './RequestText.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';

/** Time off that is approved and not over; until it begins it can be revoked. */
export function ApprovedTimeOff({ request, name }: { readonly request: TimeOffRequest; readonly name: string }) {
  const { t } = useDeskSpeech();
  const { can } = useDesk();
  const [revoking, setRevoking] = useState(false);
  const { timeOff } = request;
  const note = timeOff === null ? t.team.freed : timeOff.begun ? t.team.begun : undefined;
  return (
    <>
      <RequestText request={request} name={name} />
      {note ? <p className="text-small text-soft">{note}</p> : null}
      {can('decideTimeOff') && !timeOff?.begun ? (
        <Button look="soft" aria-label={`${t.team.revoke}: ${name}`} onPress={() => setRevoking(true)}>
          {t.team.revoke}
        </Button>
      ) : null}
      <RevokeDialog request={request} name={name} isOpen={revoking} onClose={() => setRevoking(false)} />
    </>
  );
}
