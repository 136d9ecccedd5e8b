import type { DeskVisit } from '@salon/contracts/desk/visit';
import { Button } from '../../ui/Button.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { AgainMenu } from './AgainMenu.tsx';
import { CustomerFacts } from './CustomerFacts.tsx';
import { StatusButtons } from './StatusButtons.tsx';
import { VisitCourse } from './VisitCourse.tsx';
import { VisitHistory } from './VisitHistory.tsx';
import { VisitMarks } from './VisitMarks.tsx';
import type { VisitTask } from './VisitPanel.tsx';
import { whoOf } from './visit-words.ts';

/** A visit to be looked at: who, when, what, what to heed; and one tap for what happens most. */
export function VisitFacts(props: {
  readonly visit: DeskVisit;
  /** It lies outside of the hours there are by now. */
  readonly isOutside: boolean;
  readonly cancelReason: string | null;
  readonly onTask: (task: VisitTask) => void;
  readonly onAgain: (start: number) => void;
  readonly onClose: () => void;
}) {
  const { t } = useDeskSpeech();
  const { can } = useDesk();
  const { visit, onTask } = props;
  const words = t.visit.panel;
  // What is not in the book yet has no state that could change.
  const acts = can('changeVisits') && visit.version > 0;
  const isOver = visit.status === 'cancelled' || visit.status === 'done' || visit.status === 'no_show';
  return (
    <SidePanel title={whoOf(t, visit)} close={t.shell.close} onClose={props.onClose}>
      <VisitCourse visit={visit} />
      {props.cancelReason ? <p>{words.cancelReason({ reason: props.cancelReason })}</p> : null}
      {acts ? <StatusButtons visit={visit} /> : null}
      <VisitMarks visit={visit} isOutside={props.isOutside} />
      {visit.note ? <p className="whitespace-pre-line rounded-card bg-sunken p-3">{visit.note}</p> : null}
      <CustomerFacts visit={visit} />
      {acts ? (
        <div className="flex flex-wrap gap-3">
          {isOver ? null : (
            <Button look="soft" onPress={() => onTask('change')}>
              {words.change}
            </Button>
          )}
          <AgainMenu visit={visit} onAgain={props.onAgain} />
          {!isOver && visit.items.length > 1 ? (
            <Button look="soft" onPress={() => onTask('split')}>
              {words.split}
            </Button>
          ) : null}
          {visit.status === 'confirmed' || visit.status === 'arrived' ? (
            <Button look="danger" onPress={() => onTask('cancel')}>
              {words.cancel}
            </Button>
          ) : null}
        </div>
      ) : null}
      {visit.version > 0 ? <VisitHistory visitId={visit.id} /> : null}
      {visit.reference ? (
        <p className="text-small text-soft">{words.reference({ reference: visit.reference })}</p>
      ) : null}
    </SidePanel>
  );
}
