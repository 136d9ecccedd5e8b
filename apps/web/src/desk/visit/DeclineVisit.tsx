import type { DeskVisit } from '@salon/contracts/desk/visit';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { CancelFields } from './CancelFields.tsx';
import { useVisitWrites } from './use-visit-writes.ts';

/** Says no to a visit that was asked for. */
export function DeclineVisit({ visit, onBack }: { readonly visit: DeskVisit; readonly onBack: () => void }) {
  const { t } = useDeskSpeech();
  const writes = useVisitWrites();
  return (
    <CancelFields
      visit={visit}
      confirm={t.visit.panel.decline}
      onBack={onBack}
      onConfirm={(how) => {
        onBack();
        void writes.setStatus(visit, { status: 'cancelled', ...how });
      }}
    />
  );
}
