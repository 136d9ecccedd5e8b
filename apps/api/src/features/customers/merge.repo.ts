import type { Database } from '@salon/db/pool';
import { writeStatement } from '@salon/db/write-statement';
import type { Doer } from '../set-up/doer.ts';

/** How the card reads that two become. */
export type MergedDetails = {
  readonly name: string;
  readonly email: string | null;
  readonly emailKey: string | null;
  readonly phone: string | null;
  readonly notes: string | null;
  readonly allergies: string | null;
};
type Versioned = { readonly id: string; readonly version: number };
type MergeOutcome = 'merged' | 'not_found' | 'version_conflict';
type Erased = { readonly outcome: 'erased'; readonly visits: number; readonly cancelled: number };

const doerRow = ({ member, requestId }: Doer) =>
  JSON.stringify({ loginId: member.loginId, name: member.loginName, requestId });

export type MergeRepo = ReturnType<typeof mergeRepo>;

/** What ends cards: two that become one, and one that is erased. */
export function mergeRepo(db: Database) {
  return {
    async merge(doer: Doer, keeps: Versioned, goes: Versioned, details: MergedDetails): Promise<MergeOutcome> {
      const [row] = await writeStatement<{ outcome: MergeOutcome }>(db, {
        name: 'merge_customers_v1',
        text: 'select merge_customers_v1($1, $2, $3, $4, $5, $6, $7, $8) as outcome',
        values: [
          doer.member.salonId,
          keeps.id,
          goes.id,
          keeps.version,
          goes.version,
          JSON.stringify(details),
          doerRow(doer),
          new Date(doer.now),
        ],
      });
      return row?.outcome ?? 'not_found';
    },

    async erase(
      doer: Doer,
      { id, version }: Versioned,
      cancelFuture: boolean,
    ): Promise<Erased | { readonly outcome: 'not_found' | 'version_conflict' | 'in_use' }> {
      const [row] = await writeStatement<Erased>(db, {
        name: 'erase_customer_v1',
        text: 'select outcome, visits, cancelled from erase_customer_v1($1, $2, $3, $4, $5, $6)',
        values: [doer.member.salonId, id, version, cancelFuture, doerRow(doer), new Date(doer.now)],
      });
      return row ?? { outcome: 'not_found' };
    },
  };
}
