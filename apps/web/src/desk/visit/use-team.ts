import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import { useDesk } from '../lib/desk.ts';

/** Those whose time the member may give away: everybody's, or only her own. */
export function useTeam(catalogue: Pick<CatalogueAnswer, 'staff'> | undefined) {
  const { reach, salon } = useDesk();
  const all = catalogue?.staff ?? [];
  const staff = reach('changeVisits') === 'all' ? all : all.filter(({ id }) => id === salon.staffId);
  return {
    staff,
    options: staff.map(({ id, name }) => ({ value: id, text: name })),
    nameOf: (staffId: string) => all.find(({ id }) => id === staffId)?.name ?? '',
    /** Whose time is meant where nothing was said. */
    usual: staff.find(({ id }) => id === salon.staffId)?.id ?? staff[0]?.id,
  };
}
