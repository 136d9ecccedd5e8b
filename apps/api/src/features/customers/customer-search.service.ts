import type { CustomerRow } from '@salon/contracts/desk/customers';
import { formatInstant } from '@salon/domain/time/wall-clock';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { ReadOnly } from '../read-only/read-only.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { CustomerSearchRepo, Similar } from './customer-search.repo.ts';
import { slipsBetween } from './likeness.ts';

export type CustomerSearchDeps = {
  readonly customerSearch: CustomerSearchRepo;
  readonly salons: Pick<SalonService, 'current'>;
  readonly readOnly: Pick<ReadOnly, 'on'>;
  readonly clock: () => number;
};

/**
 * Customers as typed at the telephone, best first: those whose words begin as typed or sound so; where there is nobody,
 * those a slip or two away. Nothing typed: those whose visits are nearest to now, then the newest cards.
 */
export async function searchCustomers(
  deps: CustomerSearchDeps,
  member: MemberScope,
  { search, limit }: { search: string; limit: number },
): Promise<CustomerRow[]> {
  const { customerSearch: repo } = deps;
  const now = deps.clock();
  const { timeZone } = (await deps.salons.current({ id: member.salonId })).config;
  // As plain letters and digits, which is all that the texts hold that are searched.
  const plain = search.normalize('NFKC');
  const found = /[\p{L}0-9]/u.test(plain)
    ? await typed(deps, member, plain, limit)
    : await untyped(repo, member, now, limit);
  const at = (instant: Date | null) => instant && formatInstant(timeZone, instant.getTime());
  const rows = await repo.rows(member, found, now);
  return rows.map((row) => ({ ...row, lastVisit: at(row.lastVisit), nextVisit: at(row.nextVisit) }));
}

async function typed(
  { customerSearch, readOnly }: CustomerSearchDeps,
  member: MemberScope,
  text: string,
  most: number,
) {
  if (!readOnly.on) await customerSearch.noteNew(member);
  const found = await customerSearch.search(member, text, most);
  if (found.length > 0) return found;
  const alike = nearest(await customerSearch.similar(member, text, { coarse: false }), most);
  return alike.length > 0 ? alike : nearest(await customerSearch.similar(member, text, { coarse: true }), most);
}

function nearest(similar: readonly Similar[], most: number): string[] {
  return similar
    .flatMap(({ id, searchText, sought }) => {
      const slips = slipsBetween(sought, searchText);
      return slips === undefined ? [] : [{ id, slips }];
    })
    .sort((a, b) => a.slips - b.slips || (a.id < b.id ? 1 : -1))
    .slice(0, most)
    .map(({ id }) => id);
}

async function untyped(repo: CustomerSearchRepo, member: MemberScope, now: number, most: number): Promise<string[]> {
  const here = await repo.aroundNow(member, now, most);
  if (here.length >= most || member.reach === 'own') return here;
  return [...new Set([...here, ...(await repo.newest(member, most))])].slice(0, most);
}
