import { expect, test } from 'vitest';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { VisitRows } from '../calendar/desk-visit.row.ts';
import type { ChangeDeps } from '../desk-visit/desk-change.service.ts';
import { herVisits } from './her-visits.ts';

const away = { start: 9, end: 17 };
const visit = (id: string, status: VisitRows['visits'][number]['status']) => ({
  ...{ id, status, from_ms: 10, name: 'Anna', guest_name: null, phone: null },
});

/** What is read while these visits are there, and of these the items. */
function reading(visits: VisitRows['visits'], itemsOf: readonly string[]) {
  const items = itemsOf.map((booking_id) => ({
    booking_id,
    service_id: 'cut',
    staff_id: 'mia',
    from_ms: 10,
    to_ms: 11,
  }));
  const rows = { visits, items, wants: [] } as unknown as VisitRows;
  return {
    deskVisits: { inWindow: async () => rows },
    changes: { held: async () => [] },
  } as unknown as Pick<ChangeDeps, 'deskVisits' | 'changes'>;
}

test('a visit that is booked between two of the reads is not taken for one that is known', async () => {
  const deps = reading(
    [visit('before', 'confirmed'), visit('half-read', 'confirmed'), visit('over', 'done')],
    ['before'],
  );
  const { open, others } = await herVisits(deps, {} as MemberScope, 'mia', away);
  expect(open.visits.map(({ id }) => id)).toEqual(['before']);
  expect(others).toEqual(['over']);
});
