import { useSyncExternalStore } from 'react';
import { Notice } from '../../ui/Notice.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { dayBookOf } from './day-book.ts';
import type { useWriting } from './use-writing.ts';
import { WritesNotice } from './WritesNotice.tsx';

/** What holds up a form that writes, where something does. It stands beside the form's buttons, which are always in sight. */
export function WritingState({ writing }: { readonly writing: ReturnType<typeof useWriting> }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { writer } = dayBookOf(salon.id);
  const pending = useSyncExternalStore(writer.subscribe, writer.pending);
  const { conflicts, problem, isPending } = writing;
  // On a phone the form lies over what says so of all writes.
  const held = isPending ? (
    <WritesNotice pending={pending} retry={writer.retry} className="basis-full desk:hidden" />
  ) : null;
  if (conflicts.length > 0) {
    return (
      <>
        {held}
        <div className="max-h-[45dvh] basis-full overflow-y-auto low:max-h-none">
          <ConflictNotice conflicts={conflicts} onAnyway={writing.sendAnyway} isPending={isPending} />
        </div>
      </>
    );
  }
  if (problem === undefined) return held;
  return (
    <div className="basis-full">
      <Notice urgent tone="heed" title={t.problems[problem.code]} />
    </div>
  );
}
