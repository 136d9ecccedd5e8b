import { useQueryClient } from '@tanstack/react-query';
import { movedVisit } from '../calendar/moved-visit.ts';
import { useDesk } from '../lib/desk.ts';
import { shownVisit } from './desk-keys.ts';
import { shownNames, useVisitWrites } from './use-visit-writes.ts';
import { visitQuery } from './visit.queries.ts';

/** Puts a visit of one person to a start, with whoever is free then. */
export type Pull = (visitId: string, to: { readonly start: number; readonly staffId: string }) => void;

/** A visit lies there at once, as if it were dragged; one that cannot be read is opened instead, and says why. */
export function usePull(open: (visitId: string) => void): Pull {
  const { salon } = useDesk();
  const client = useQueryClient();
  const writes = useVisitWrites();
  const visitOf = async (visitId: string) =>
    shownVisit(client, salon.id, visitId) ?? (await client.fetchQuery(visitQuery(salon.id, visitId))).visit;
  return (visitId, { start, staffId }) => {
    visitOf(visitId).then(
      (visit) => {
        const byMs = start - Date.parse(visit.startsAt);
        const to = { id: staffId, name: shownNames(client, salon.id).staff(staffId) };
        const shift = { byMs, from: visit.items[0]?.staffId ?? staffId, to, longer: 0 };
        void writes.move(visit, movedVisit(visit, shift, salon.timezone));
      },
      () => open(visitId),
    );
  };
}
