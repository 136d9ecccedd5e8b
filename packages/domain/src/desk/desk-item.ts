import type { Offer, Phase, SalonConfig, Service } from '../salon/salon-config.ts';
import { phasesBy } from '../visit/variant.ts';

/** One service as the desk wants it: when and by whom is hers to say, whatever the grid or the openings. */
export type ItemWish = {
  readonly serviceId: string;
  readonly staffId: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  /** Own minutes of each phase, in order. */
  readonly minutes?: readonly number[] | undefined;
  readonly priceCents?: number | undefined;
};

/** What a visit has already: the same service by the same person stays as it was agreed. */
export type KeptItem = {
  readonly serviceId: string;
  readonly staffId: string;
  readonly phases: readonly Phase[];
  readonly priceCents: number;
  /** What counts where the service is sold no more. */
  readonly bufferMinutes?: number;
  readonly stationKind?: string | null;
};

/** A wish worked out. */
export type DeskItem = {
  readonly serviceId: string;
  readonly staffId: string;
  readonly startsAt: number;
  readonly phases: readonly Phase[];
  readonly bufferMinutes: number;
  readonly stationKind: string | null;
  readonly priceCents: number;
  /** She does this service, or does it in this visit already. */
  readonly offered: boolean;
};

export type WishProblem = 'service_not_found' | 'staff_not_found' | 'minutes';

/**
 * The items of a visit from what is wished, in that order. What is no longer sold can only be kept. Minutes may name the
 * phases of the service or those that are seen (work and finish in one, where nothing lies between).
 */
export function deskItems(
  config: SalonConfig,
  wishes: readonly ItemWish[],
  kept: readonly KeptItem[] = [],
): DeskItem[] | WishProblem {
  const left = [...kept];
  const items: DeskItem[] = [];
  for (const wish of wishes) {
    const item = deskItem(config, wish, takeKept(left, wish));
    if (typeof item === 'string') return item;
    items.push(item);
  }
  return items;
}

function takeKept(left: KeptItem[], { serviceId, staffId }: ItemWish): KeptItem | undefined {
  const same = left.findIndex((one) => one.serviceId === serviceId && one.staffId === staffId);
  const at = same >= 0 ? same : left.findIndex((one) => one.serviceId === serviceId);
  return at < 0 ? undefined : left.splice(at, 1)[0];
}

function deskItem(config: SalonConfig, wish: ItemWish, before: KeptItem | undefined): DeskItem | WishProblem {
  const { serviceId, staffId, startsAt, minutes } = wish;
  const service = config.services.find((one) => one.id === serviceId);
  if (service === undefined && before === undefined) return 'service_not_found';
  const staff = config.staff.find((one) => one.id === staffId);
  if (staff === undefined) return 'staff_not_found';
  const offer = staff.offers.find((one) => one.serviceId === serviceId);
  const same = before?.staffId === staffId ? before : undefined;
  const usual = same?.phases ?? usualPhases(service, offer) ?? before?.phases ?? [];
  const phases = minutes === undefined ? usual : inMinutes(minutes, usual, service?.phases ?? []);
  if (phases === undefined || !phases.some((one) => one.kind !== 'processing' && one.minutes > 0)) return 'minutes';
  return {
    serviceId,
    staffId,
    startsAt,
    phases,
    bufferMinutes: (service ?? before)?.bufferMinutes ?? 0,
    stationKind: (service ?? before)?.stationKind ?? null,
    priceCents:
      wish.priceCents ?? same?.priceCents ?? offer?.priceCents ?? service?.priceCents ?? before?.priceCents ?? 0,
    offered: offer !== undefined || same !== undefined,
  };
}

function usualPhases(service: Service | undefined, offer: Offer | undefined): Phase[] | undefined {
  if (service === undefined) return undefined;
  return phasesBy(service, offer ?? { serviceId: service.id, priceCents: null, phaseMinutes: [] });
}

/** Phases of these minutes, of the first kinds that there are as many of. */
function inMinutes(
  minutes: readonly number[],
  usual: readonly Phase[],
  ofService: readonly Phase[],
): Phase[] | undefined {
  const kinds = [usual, ofService, phasesSeen(usual), phasesSeen(ofService)].find(
    (one) => one.length === minutes.length,
  );
  return kinds?.map(({ kind }, index) => ({ kind, minutes: minutes[index] ?? 0 }));
}

/** Phases as they can be told from time that is taken: what keeps her busy without a break is one. */
export function phasesSeen(phases: readonly Phase[]): Phase[] {
  const joined: Phase[] = [];
  for (const phase of phases) {
    const last = joined.at(-1);
    if (phase.minutes === 0) continue;
    if (last !== undefined && (last.kind === 'processing') === (phase.kind === 'processing')) {
      joined[joined.length - 1] = { kind: last.kind, minutes: last.minutes + phase.minutes };
    } else joined.push(phase);
  }
  return joined;
}
