import { staffOpenings } from '../salon/openings.ts';
import type { SalonConfig, Staff, Station } from '../salon/salon-config.ts';
import { datesTouched } from '../time/days-span.ts';
import { type Interval, merge, subtract } from '../time/interval.ts';

/** Why a visit does not lie within what the salon offers by now. */
export const ASTRAY_REASONS = [
  'closure',
  'outside_openings',
  'staff_inactive',
  'not_offered',
  'service_archived',
  'station_inactive',
  'station_kind',
] as const;
export type AstrayReason = (typeof ASTRAY_REASONS)[number];

/** One service of a booked visit, with the time of hers that it wants. */
export type BookedItem = {
  readonly serviceId: string;
  readonly staffId: string;
  readonly wants: readonly Interval[];
  /** The chairs and rooms of the visit it belongs to, and all services of that. */
  readonly stationIds: readonly string[];
  readonly serviceIds: readonly string[];
};

/** Configurations without closures, to tell a closed day from one on which she does not work. */
const unclosed = new WeakMap<SalonConfig, SalonConfig>();

/**
 * Why a booked item could not be booked as it lies, with the salon as `config` says; nothing where it could. Grid, lead
 * time and what else is taken do not matter: only openings, closures, who works, who does what, and whether its chair is in use
 * and of the kind it takes.
 */
export function whyAstray(config: SalonConfig, item: BookedItem): AstrayReason[] {
  const { serviceId, staffId, wants } = item;
  const staff = config.staff.find((one) => one.id === staffId);
  if (staff === undefined) return ['staff_inactive'];
  const reasons = new Set(wants.flatMap((want) => whyNotThen(config, staff, want)));
  if (!config.services.some((service) => service.id === serviceId)) reasons.add('service_archived');
  else if (!staff.offers.some((offer) => offer.serviceId === serviceId)) reasons.add('not_offered');
  const stationReason = whyNotThere(config, item);
  if (stationReason !== undefined) reasons.add(stationReason);
  return ASTRAY_REASONS.filter((reason) => reasons.has(reason));
}

/**
 * What is wrong with its chairs and rooms. One became another kind, or a service takes another kind now, where the visit has a
 * place that none of its services take, and none of a kind that one takes. What was never given a place keeps none.
 */
function whyNotThere(config: SalonConfig, { stationIds, serviceIds }: BookedItem): AstrayReason | undefined {
  const stations = stationIds.map((id) => config.stations.find((station) => station.id === id));
  if (!stations.every((station): station is Station => station !== undefined)) return 'station_inactive';
  const services = serviceIds.map((id) => config.services.find((service) => service.id === id));
  // What is no longer sold does not tell what it took.
  if (services.includes(undefined)) return undefined;
  const taken = new Set(services.flatMap((service) => service?.stationKind ?? []));
  const has = new Set(stations.map(({ kind }) => kind));
  const isOdd = [...has].some((kind) => !taken.has(kind));
  return isOdd && [...taken].some((kind) => !has.has(kind)) ? 'station_kind' : undefined;
}

function whyNotThen(config: SalonConfig, staff: Staff, want: Interval): AstrayReason[] {
  const dates = datesTouched(config.timeZone, want);
  if (within(config, staff, dates, want)) return [];
  if (dates.some((date) => isAway(staff, date))) return ['staff_inactive'];
  return within(withoutClosures(config), staff, dates, want) ? ['closure'] : ['outside_openings'];
}

function within(config: SalonConfig, staff: Staff, dates: readonly string[], want: Interval): boolean {
  return subtract([want], merge(dates.flatMap((date) => staffOpenings(config, staff, date)))).length === 0;
}

function withoutClosures(config: SalonConfig): SalonConfig {
  let open = unclosed.get(config);
  if (open === undefined) {
    open = { ...config, closures: [] };
    unclosed.set(config, open);
  }
  return open;
}

/** Before her first or after her last date. */
function isAway({ activeFrom, activeUntil }: Staff, date: string): boolean {
  return (activeFrom !== null && date < activeFrom) || (activeUntil !== null && activeUntil < date);
}
