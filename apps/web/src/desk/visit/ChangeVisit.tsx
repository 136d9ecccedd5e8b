import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import { useQuery } from '@tanstack/react-query';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { catalogueQuery } from '../calendar/calendar.queries.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { ChangeVisitForm } from './ChangeVisitForm.tsx';

/** Changes a visit in a form: when, what, with whom; what dragging does, and more. */
export function ChangeVisit(props: {
  readonly visit: DeskVisit;
  readonly onBack: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data, error, refetch } = useQuery(catalogueQuery(salon.id));
  if (data) return <ChangeVisitForm {...props} catalogue={data satisfies CatalogueAnswer} />;
  return (
    <SidePanel title={t.visit.form.changeTitle} close={t.shell.close} onClose={props.onClose}>
      {error ? <DeskProblemNotice error={error} retry={() => void refetch()} /> : <Waiting className="h-40" />}
    </SidePanel>
  );
}
