import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { DeskVisit, ItemWish } from '@salon/contracts/desk/visit';
import { MINUTE } from '@salon/domain/time/interval';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { minutesOf } from '../calendar/moved-visit.ts';

type Kind = DeskVisit['items'][number]['phases'][number]['kind'];

/** A service of a visit that is being put together. */
export type DraftItem = {
  readonly key: string;
  readonly serviceId: string;
  readonly service: string;
  readonly staffId: string;
  /** When it begins, where that was said; null: when what stands before it is over. */
  readonly pinned: number | null;
  readonly phases: readonly { readonly kind: Kind; readonly minutes: number }[];
  /** Null: what it costs with whoever does it. */
  readonly priceCents: number | null;
};

/** A visit that is being put together: when it begins, and what is done in which order. */
export type Draft = { readonly start: number; readonly items: readonly DraftItem[] };

export type Catalogue = Pick<CatalogueAnswer, 'services'>;

/** A service in time. */
export type Placed = DraftItem & { readonly start: number; readonly end: number };

const lengthOf = ({ phases }: Pick<DraftItem, 'phases'>) => phases.reduce((sum, { minutes }) => sum + minutes, 0);

/** Each service when it takes place: one after the other, but for those whose start was said. */
export function placed({ start, items }: Draft): Placed[] {
  let next = start;
  return items.map((item) => {
    const begins = item.pinned ?? next;
    next = begins + lengthOf(item) * MINUTE;
    return { ...item, start: begins, end: next };
  });
}

/** When it is all over. */
export const endOf = (draft: Draft): number => Math.max(draft.start, ...placed(draft).map(({ end }) => end));

/** How long a service takes with somebody, phase by phase. */
export function phasesWith(catalogue: Catalogue, serviceId: string, staffId: string): DraftItem['phases'] {
  const service = catalogue.services.find(({ id }) => id === serviceId);
  const own = service?.staff.find((offer) => offer.staffId === staffId)?.phaseMinutes ?? [];
  // How long colour develops is nobody's own.
  return (service?.phases ?? []).map(({ kind, minutes }, index) => ({
    kind,
    minutes: kind === 'processing' ? minutes : (own[index] ?? minutes),
  }));
}

/** What a service costs with somebody. */
export function priceWith(catalogue: Catalogue, serviceId: string, staffId: string): number | undefined {
  const service = catalogue.services.find(({ id }) => id === serviceId);
  return service?.staff.find((offer) => offer.staffId === staffId)?.priceCents ?? service?.priceCents;
}

/** Puts a service behind the others. */
export function added(draft: Draft, catalogue: Catalogue, serviceId: string, staffId: string, key: string): Draft {
  const service = catalogue.services.find(({ id }) => id === serviceId);
  if (service === undefined) return draft;
  const item: DraftItem = {
    ...{ key, serviceId, service: service.name, staffId, pinned: null, priceCents: null },
    phases: phasesWith(catalogue, serviceId, staffId),
  };
  return { ...draft, items: [...draft.items, item] };
}

/** With changes to one service; with somebody else it takes as long as it takes her. */
export function changed(draft: Draft, catalogue: Catalogue, key: string, changes: Partial<DraftItem>): Draft {
  return {
    ...draft,
    items: draft.items.map((item) => {
      if (item.key !== key) return item;
      const next = { ...item, ...changes };
      if (next.staffId === item.staffId || changes.phases !== undefined) return next;
      const phases = phasesWith(catalogue, next.serviceId, next.staffId);
      return { ...next, phases: phases.length > 0 ? phases : item.phases, priceCents: null };
    }),
  };
}

export const without = (draft: Draft, key: string): Draft => ({
  ...draft,
  items: draft.items.filter((item) => item.key !== key),
});

/** With a service one place earlier (-1) or later (1). Whose start was said loses it: the order says when. */
export function reordered(draft: Draft, key: string, by: 1 | -1): Draft {
  const at = draft.items.findIndex((item) => item.key === key);
  const [one, other] = [draft.items[at], draft.items[at + by]];
  if (one === undefined || other === undefined) return draft;
  const items = [...draft.items];
  items[at] = { ...other, pinned: null };
  items[at + by] = { ...one, pinned: null };
  return { ...draft, items };
}

/** The whole of it at another time. */
export function shifted(draft: Draft, start: number): Draft {
  const by = start - draft.start;
  return {
    start,
    items: draft.items.map((item) => ({ ...item, pinned: item.pinned === null ? null : item.pinned + by })),
  };
}

/** A visit as it is, to be changed. Its times were agreed, so they stay as they are until somebody changes them. */
export function draftOf(visit: DeskVisit): Draft {
  let next = Date.parse(visit.startsAt);
  const items = visit.items.map((item): DraftItem => {
    const start = Date.parse(item.startsAt);
    const pinned = start === next ? null : start;
    next = Date.parse(item.endsAt);
    return {
      ...{ key: `${item.position}`, serviceId: item.serviceId, service: item.service, staffId: item.staffId, pinned },
      phases: item.phases.map((phase) => ({ kind: phase.kind, minutes: minutesOf(phase) })),
      priceCents: item.priceCents ?? null,
    };
  });
  return { start: Date.parse(visit.startsAt), items };
}

/** What is asked of the API. */
export function wishes(draft: Draft, timeZone: string): ItemWish[] {
  return placed(draft).map(({ serviceId, staffId, start, phases, priceCents }) => ({
    ...{ serviceId, staffId, startsAt: formatInstant(timeZone, start) },
    minutes: phases.map(({ minutes }) => minutes),
    ...(priceCents === null ? {} : { priceCents }),
  }));
}

/** The same services for another visit: as long and as dear as they are then. */
export function again(visit: DeskVisit, catalogue: Catalogue, start: number): Draft {
  const before = draftOf(visit);
  const sold = new Set(catalogue.services.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id));
  return shifted({ ...before, items: before.items.filter(({ serviceId }) => sold.has(serviceId)).map(anew) }, start);
}

const anew = (item: DraftItem): DraftItem => ({ ...item, priceCents: null });
