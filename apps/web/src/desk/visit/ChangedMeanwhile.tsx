import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { auditQuery } from '../audit/audit.calls.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import type { Question } from './questions.ts';
import { VisitSummary } from './VisitSummary.tsx';
import { visitQuery } from './visit.queries.ts';
import { whoOf } from './visit-words.ts';

/** Somebody else was faster: who, and how the visit stands now. */
export function ChangedMeanwhile({ question }: { readonly question: Extract<Question, { kind: 'changed' }> }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const visit = useQuery({ ...visitQuery(salon.id, question.visitId), staleTime: 0 }).data?.visit;
  const last = useInfiniteQuery(auditQuery(salon.id, question.visitId)).data?.pages[0]?.entries[0];
  const words = t.visit.changed;
  const actor = last?.actor.kind === 'customer' ? words.customer : (last?.actor.name ?? words.somebody);
  return (
    <Dialog
      isOpen
      onClose={question.answer}
      title={words.title}
      close={t.shell.close}
      foot={
        <Button autoFocus onPress={question.answer}>
          {words.understood}
        </Button>
      }
    >
      {visit ? (
        <>
          <p>{words.by({ actor, name: whoOf(t, visit) })}</p>
          <p className="text-soft">{words.now}</p>
          <VisitSummary visit={visit} />
        </>
      ) : (
        <Skeleton className="h-20" />
      )}
      <p className="text-soft">{words.kept}</p>
    </Dialog>
  );
}
