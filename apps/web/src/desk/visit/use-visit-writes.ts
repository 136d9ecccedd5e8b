import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import type { ConflictNames } from './conflict-words.ts';
import { dayBookOf } from './day-book.ts';
import { calendarsShown, putAnswered, shownVisit } from './desk-keys.ts';
import { visitWrites } from './visit-writes.ts';
import { writeWords } from './write-words.ts';

/** All that can be done with visits and time off of this salon. */
export function useVisitWrites() {
  const { salon } = useDesk();
  const { t, f } = useDeskSpeech();
  const client = useQueryClient();
  return useMemo(() => {
    const names = shownNames(client, salon.id);
    return visitWrites({
      base: `/api/desk/${salon.id}`,
      book: dayBookOf(salon.id),
      answered: (visits) => putAnswered(client, salon.id, visits),
      words: writeWords({ t, f, timeZone: salon.timezone, names }),
      toast: showToast,
      newKey: () => crypto.randomUUID(),
    });
  }, [salon, t, f, client]);
}

/** Names of whom and what conflicts speak of, from what is shown. */
export function shownNames(client: QueryClient, salonId: string): ConflictNames {
  const find = <T>(pick: (answer: CalendarAnswer) => T | undefined) => {
    for (const answer of calendarsShown(client, salonId)) {
      const found = pick(answer);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    staff: (staffId) => find(({ staff }) => staff.find(({ id }) => id === staffId)?.name) ?? '',
    station: (stationId) => find(({ stations }) => stations.find(({ id }) => id === stationId)?.name) ?? '',
    services: (visitId) =>
      shownVisit(client, salonId, visitId)
        ?.items.map(({ service }) => service)
        .join(', '),
  };
}
