import { Notice } from '../../ui/Notice.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import type { useWriting } from './use-writing.ts';

/** What holds up a form that writes, where something does. It stands beside the form's buttons, which are always in sight. */
export function WritingState({ writing }: { readonly writing: ReturnType<typeof useWriting> }) {
  const { t } = useDeskSpeech();
  const { conflicts, problem, isPending } = writing;
  if (conflicts.length > 0) {
    return (
      <div className="max-h-[45dvh] basis-full overflow-y-auto">
        <ConflictNotice conflicts={conflicts} onAnyway={writing.sendAnyway} isPending={isPending} />
      </div>
    );
  }
  if (problem === undefined) return null;
  return (
    <div className="basis-full">
      <Notice urgent tone="heed" title={t.problems[problem.code]} />
    </div>
  );
}
