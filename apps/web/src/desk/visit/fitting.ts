import type { CatalogueAnswer, DeskService } from '@salon/contracts/desk/catalogue';
import { spellings } from '../../lib/fold.ts';
import { phasesWith } from './draft.ts';

/** Where a service is to go: with whom, and how long she is free; null: that is open. */
export type Opening = { readonly staffId: string | null; readonly minutes: number | null };

/** A service that can be chosen, and how long it takes there. */
export type Choice = { readonly service: DeskService; readonly minutes: number };

export type Choices = {
  /** Those that fit into the free time, in the salon's order. */
  readonly fits: readonly Choice[];
  /** Those that take longer, or that she does not do. */
  readonly others: readonly Choice[];
};

/** What can be put there, what fits first; of those that were searched for, where something was typed. */
export function choicesFor(catalogue: CatalogueAnswer, { staffId, minutes }: Opening, typed = ''): Choices {
  const order = new Map(catalogue.categories.map(({ id }, index) => [id, index]));
  const sold = catalogue.services
    .filter((service) => service.archivedAt === null && service.staff.length > 0 && isMeant(service.name, typed))
    .map((service, index) => ({ service, index }))
    .sort(
      (a, b) => (order.get(a.service.categoryId) ?? 0) - (order.get(b.service.categoryId) ?? 0) || a.index - b.index,
    );
  const choices = sold.map(({ service }): Choice & { fits: boolean } => {
    const does = staffId === null || service.staff.some((offer) => offer.staffId === staffId);
    const whose = staffId !== null && does ? staffId : (service.staff[0]?.staffId ?? '');
    const length = phasesWith(catalogue, service.id, whose).reduce((sum, phase) => sum + phase.minutes, 0);
    return { service, minutes: length, fits: does && (minutes === null || length <= minutes) };
  });
  const only = (fits: boolean) =>
    choices.filter((one) => one.fits === fits).map(({ service, minutes: length }) => ({ service, minutes: length }));
  return { fits: only(true), others: only(false) };
}

function isMeant(name: string, typed: string): boolean {
  const words = typed.trim().split(/\s+/).filter(Boolean);
  const ways = spellings(name);
  return words.every((word) => spellings(word).some((way) => ways.some((one) => one.includes(way))));
}

/** Who does a service there: whoever was asked for if she does it, else the first who does. */
export function whoDoes(service: DeskService, staffId: string | null): string | undefined {
  if (staffId !== null && service.staff.some((offer) => offer.staffId === staffId)) return staffId;
  return service.staff[0]?.staffId;
}
