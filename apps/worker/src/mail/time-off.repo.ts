import type { Database } from '@salon/db/pool';
import { sendOnce } from '@salon/db/write-statement';
import type { TimeOffMail } from '@salon/emails/mail';

type Said = Pick<TimeOffMail, 'firstDate' | 'lastDate' | 'startMinute' | 'endMinute' | 'decidedBy' | 'answer'>;

export type TimeOffRepo = ReturnType<typeof timeOffRepo>;

export const timeOffRepo = (db: Database) => ({
  /** Time off as it was asked for, and what was said to it last. */
  async request(salonId: string, id: string): Promise<(Said & { readonly version: number }) | undefined> {
    const [row] = await sendOnce<Said & { version: number }>(db, {
      name: 'mail_time_off',
      text: `select version, first_date::text as "firstDate", last_date::text as "lastDate",
          start_minute as "startMinute", end_minute as "endMinute", answer,
          coalesce(revoked_by, decided_by, '') as "decidedBy"
        from time_off_request where salon_id = $1 and id = $2`,
      values: [salonId, id],
    });
    return row;
  },
});
