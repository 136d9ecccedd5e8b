import type { Conflict } from '@salon/contracts/desk/visit';
import { useQueryClient } from '@tanstack/react-query';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { anyway } from './anyway.ts';
import { conflictWords } from './conflict-words.ts';
import { shownNames } from './use-visit-writes.ts';

/** What is in the way, a sentence each, and what it means to go on. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const names = shownNames(useQueryClient(), salon.id);
  const sentences = conflicts.map((one) => conflictWords({ t, f, timeZone: salon.timezone }, one, names));
  return (
    <>
      <ul className="space-y-1">
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {anyway(conflicts).overlap ? <p className="text-small text-soft">{t.visit.conflicts.marked}</p> : null}
    </>
  );
}
