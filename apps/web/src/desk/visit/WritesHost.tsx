import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { ConflictQuestion } from './ConflictQuestion.tsx';
import { dayBookOf } from './day-book.ts';
import { lookAgain } from './desk-keys.ts';
import { MailQuestion } from './MailQuestion.tsx';
import { WritesNotice } from './WritesNotice.tsx';

/** Stands once at a salon's desk: asks what a write needs to know, and says what is still on its way. */
export function WritesHost() {
  const { salon } = useDesk();
  const { t } = useDeskSpeech();
  const client = useQueryClient();
  const { writer, questions } = dayBookOf(salon.id);
  const question = useSyncExternalStore(questions.subscribe, questions.current);
  const pending = useSyncExternalStore(writer.subscribe, writer.pending);

  useEffect(() => {
    if (writer.pending().length > 0) return;
    writer.resume((_write, end) => {
      lookAgain(client, salon.id);
      if (end.kind === 'done') showToast({ text: t.visit.said.resumed });
      if (end.kind === 'refused') showToast({ text: t.visit.said.refused({ why: t.problems[end.problem.code] }) });
    });
  }, [writer, client, salon.id, t]);

  const unsettled = pending.length > 0;
  useEffect(() => {
    if (!unsettled) return;
    // The tab keeps what it has not settled over a reload, but not when it is closed.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsettled]);

  return (
    <>
      <WritesNotice
        pending={pending}
        retry={writer.retry}
        className="fixed inset-x-4 top-[calc(var(--desk-top,0px)+0.75rem)] z-30 mx-auto max-w-md rounded-card shadow-float print:hidden"
      />
      {question?.kind === 'mail' ? <MailQuestion question={question} /> : null}
      {question?.kind === 'conflict' ? <ConflictQuestion question={question} /> : null}
      {question?.kind === 'changed' ? <ChangedMeanwhile key={question.visitId} question={question} /> : null}
    </>
  );
}
