import { Notice } from '../../ui/Notice.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import type { useWriting } from './use-writing.ts';

/** What holds up a form that writes, where something does. */
export function WritingState({ writing }: { readonly writing: ReturnType<typeof useWriting> }) {
  const { t } = useDeskSpeech();
  const { conflicts, problem, isPending } = writing;
  if (conflicts.length > 0) {
    return <ConflictNotice conflicts={conflicts} onAnyway={writing.sendAnyway} isPending={isPending} />;
  }
  return problem ? <Notice urgent tone="heed" title={t.problems[problem.code]} /> : null;
}
