import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import type { ChangedVisits, DeskVisit } from '@salon/contracts/desk/visit';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { NoAnswer } from '../../lib/http.ts';
import { showToast } from '../../ui/Toasts.tsx';
import { calendarKey } from '../calendar/calendar.queries.ts';
import { wishesOf } from '../calendar/moved-visit.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost, deskPut, refusalOf } from '../lib/desk-http.ts';

/** How often a write is sent again when no answer comes; its key makes that safe. */
const TRIES = 3;
const AGAIN_MS = 1_500;

export type VisitWrites = ReturnType<typeof useVisitWrites>;

/**
 * Changes of visits that show at once and are sent after. Where the salon's book refuses, everything goes back to where it
 * was, and what was refused is said.
 */
export function useVisitWrites() {
  const client = useQueryClient();
  const { salon } = useDesk();
  const { t } = useDeskSpeech();
  return useMemo(() => {
    const key = calendarKey(salon.id);
    const draw = (visits: readonly DeskVisit[]) =>
      client.setQueriesData<CalendarAnswer>({ queryKey: key }, (answer) => withVisits(answer, visits));

    async function undo(changeId: string): Promise<void> {
      try {
        const path = `/api/desk/${salon.id}/changes/${changeId}/undo`;
        const undone = await again(() => deskPost<ChangedVisits>(path, {}, { key: crypto.randomUUID() }));
        draw(undone.visits);
      } catch (error) {
        tell(error);
      }
      void client.invalidateQueries({ queryKey: key });
    }

    function tell(error: unknown): void {
      const refusal = refusalOf(error);
      showToast({ text: refusal ? t.problems[refusal.code] : t.calendar.notSaved });
    }

    return {
      /** A visit is to lie as `after` does. */
      async move(before: DeskVisit, after: DeskVisit): Promise<void> {
        const body = { version: before.version, items: wishesOf(after), notify: false };
        const idempotencyKey = crypto.randomUUID();
        // What is being read would put it back where it was.
        await client.cancelQueries({ queryKey: key });
        draw([after]);
        try {
          const path = `/api/desk/${salon.id}/visits/${before.id}`;
          const { visits, change } = await again(() => deskPut<ChangedVisits>(path, body, { key: idempotencyKey }));
          draw(visits);
          const forMs = Date.parse(change.undoableUntil) - Date.now();
          showToast({ text: t.calendar.moved, undo: { forMs, run: () => void undo(change.id) } });
        } catch (error) {
          draw([before]);
          tell(error);
        }
        void client.invalidateQueries({ queryKey: key });
      },
    };
  }, [client, salon.id, t]);
}

/** An answer in which these visits are as given; others of it are the very same. */
function withVisits(answer: CalendarAnswer | undefined, visits: readonly DeskVisit[]): CalendarAnswer | undefined {
  // What is kept under this key and shows no visits: a month.
  if (answer?.visits === undefined) return answer;
  const newer = new Map(visits.map((visit) => [visit.id, visit]));
  return { ...answer, visits: answer.visits.map((visit) => newer.get(visit.id) ?? visit) };
}

async function again<T>(send: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof NoAnswer) || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS * tried));
    }
  }
}
