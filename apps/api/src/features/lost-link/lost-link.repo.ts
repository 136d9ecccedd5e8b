import type { Database } from '@salon/db/pool';
import { writeStatement } from '@salon/db/write-statement';
import type { SalonScope } from '../../scope/salon-scope.ts';

export type LostLinkRepo = ReturnType<typeof lostLinkRepo>;

/** An address gets one such mail in this time, however often its links are asked for. */
const WINDOW_SECONDS = 600;

/**
 * Puts a mail with her links into the ledger for whoever has a visit ahead. Of several asked for at
 * once one is kept: the number of the window is its sequence, and such mails are unique by it.
 */
export const ASK_FOR_LINKS = `
  insert into message (salon_id, id, kind, sequence, recipient, due_at, request_id, created_at)
  select c.salon_id, $2, 'lost_link', $5, c.email_key, $4, $6, $4
  from customer c
  where c.salon_id = $1::uuid and c.email_key = $3::text
    and exists (
      select from booking b
      where b.salon_id = c.salon_id and b.customer_id = coalesce(c.merged_into, c.id)
        and b.status in ('requested', 'confirmed') and b.starts_at > $4::timestamptz)
    and not exists (
      select from message m
      where m.salon_id = c.salon_id and m.kind = 'lost_link' and m.recipient = c.email_key and m.booking_id is null
        and m.sequence >= $5::int - 1 and m.created_at > $4::timestamptz - make_interval(secs => ${WINDOW_SECONDS}))
  on conflict do nothing`;

export function lostLinkRepo(db: Database) {
  return {
    /** Sees to it that an address (in its normalised form) is sent its links, if there are any. */
    async ask(
      { salonId }: SalonScope,
      emailKey: string,
      { id, requestId, now }: { id: string; requestId: string; now: number },
    ): Promise<void> {
      const window = Math.floor(now / 1000 / WINDOW_SECONDS);
      await writeStatement(db, {
        name: 'ask_for_links',
        text: ASK_FOR_LINKS,
        values: [salonId, id, emailKey, new Date(now), window, requestId],
      });
    },
  };
}
