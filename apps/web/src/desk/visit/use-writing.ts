import type { DeskProblem } from '@salon/contracts/desk/errors';
import type { Conflict } from '@salon/contracts/desk/visit';
import { useState } from 'react';
import { anyway } from './anyway.ts';
import type { Written } from './visit-writes.ts';

type Against = { readonly overlap: boolean; readonly outside: boolean };
const NOTHING: Against = { overlap: false, outside: false };

/** How far a form is that writes: on its way, held up by something, or refused. */
export function useWriting(write: (against: Against) => Promise<Written>, onDone: (written: Written) => void) {
  const [isPending, setPending] = useState(false);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [problem, setProblem] = useState<DeskProblem>();

  async function run(against: Against): Promise<void> {
    setPending(true);
    setProblem(undefined);
    const written = await write(against);
    setPending(false);
    setConflicts(written.kind === 'conflict' ? written.conflicts : []);
    setProblem(written.kind === 'refused' ? written.problem : undefined);
    if (written.kind === 'done' || written.kind === 'dropped') onDone(written);
  }
  return {
    ...{ isPending, conflicts, problem },
    send: () => void run(NOTHING),
    /** Although all that was told is in the way, and nothing else. */
    sendAnyway: () => void run({ ...NOTHING, ...anyway(conflicts) }),
    /** What was told is of something else now. */
    forget: () => setConflicts([]),
  };
}
