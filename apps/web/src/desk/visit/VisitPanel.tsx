import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { CancelVisit } from './CancelVisit.tsx';
import { ChangeVisit } from './ChangeVisit.tsx';
import { dayBookOf } from './day-book.ts';
import { shownVisit } from './desk-keys.ts';
import { SplitVisit } from './SplitVisit.tsx';
import { VisitFacts } from './VisitFacts.tsx';
import { visitQuery } from './visit.queries.ts';

/** What is done with the visit that is shown. */
export type VisitTask = 'look' | 'change' | 'cancel' | 'split';

/** A visit beside the calendar: all there is to know of it, and all that can be done with it. */
export function VisitPanel(props: {
  readonly visitId: string;
  readonly onClose: () => void;
  readonly onAgain: (visitId: string, start: number) => void;
}) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { onClose } = props;
  const { ahead, became } = dayBookOf(salon.id);
  const layers = useSyncExternalStore(ahead.subscribe, ahead.all);
  const visitId = became.get(props.visitId) ?? props.visitId;
  // What is being changed is seen here as in the calendar.
  const drawn = layers.flatMap(({ visits = [] }) => visits).findLast(({ id }) => id === visitId);
  const client = useQueryClient();
  const [task, setTask] = useState<VisitTask>('look');
  // Nobody can be asked for what is not in the book yet.
  const read = useQuery({ ...visitQuery(salon.id, visitId), enabled: drawn?.version !== 0 });
  const visit = drawn ?? read.data?.visit ?? shownVisit(client, salon.id, visitId);
  if (visit === undefined) {
    return (
      <SidePanel title={t.visit.title} close={t.shell.close} onClose={onClose}>
        {read.error ? (
          <DeskProblemNotice error={read.error} retry={() => void read.refetch()} />
        ) : (
          <Waiting className="h-40" />
        )}
      </SidePanel>
    );
  }
  const back = () => setTask('look');
  const common = { visit, onClose };
  switch (task) {
    case 'change':
      return <ChangeVisit {...common} onBack={back} />;
    case 'cancel':
      return <CancelVisit {...common} onBack={back} />;
    case 'split':
      return <SplitVisit {...common} onBack={back} />;
    case 'look':
      return (
        <VisitFacts
          {...common}
          isOutside={read.data?.visit.version === visit.version && read.data.outside}
          cancelReason={read.data?.cancelReason ?? null}
          onTask={setTask}
          onAgain={(start) => props.onAgain(visitId, start)}
        />
      );
  }
}
