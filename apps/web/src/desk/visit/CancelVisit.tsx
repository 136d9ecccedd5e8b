import type { DeskVisit } from '@salon/contracts/desk/visit';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { CancelFields } from './CancelFields.tsx';
import { useVisitWrites } from './use-visit-writes.ts';
import { VisitSummary } from './VisitSummary.tsx';
import { whoOf } from './visit-words.ts';

/** Calls a visit off, with why and with or without a mail. */
export function CancelVisit(props: {
  readonly visit: DeskVisit;
  readonly onBack: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useDeskSpeech();
  const writes = useVisitWrites();
  const { visit } = props;
  return (
    <SidePanel
      title={t.visit.panel.cancelTitle({ name: whoOf(t, visit) })}
      close={t.shell.close}
      onClose={props.onClose}
    >
      <VisitSummary visit={visit} />
      <CancelFields
        visit={visit}
        confirm={t.visit.panel.cancel}
        onBack={props.onBack}
        onConfirm={(how) => {
          props.onClose();
          void writes.setStatus(visit, { status: 'cancelled', ...how });
        }}
      />
    </SidePanel>
  );
}
