import type { SalonConfig } from '@salon/domain/salon/salon-config';
import { addDays, resolveStart } from '@salon/domain/time/wall-clock';
import type { TakenTime, VisitRequest } from '@salon/domain/visit/arrangement';
import { DAYS, FROM, fullBook, largeSalon } from './large-salon.ts';

/** What is asked of which salon, and how often to measure it. */
export type Question = {
  readonly name: string;
  readonly salon: () => SalonConfig;
  readonly services: readonly string[];
  readonly taken: readonly TakenTime[];
  readonly days: number;
};

const THREE = ['cut', 'cut', 'cut'];
const SIX = [...THREE, ...THREE];
/** The longest list anybody may ask for. */
const LONGEST = 62;

export const requestOf = ({ services }: Question): VisitRequest => ({
  items: services.map((serviceId) => ({ serviceId })),
});

/** What salons ask all day. */
export function usual(): Question[] {
  const taken = fullBook();
  const ask = (name: string, services: readonly string[]) => ({ name, salon: largeSalon, services, taken, days: DAYS });
  return [
    ask('one service', ['cut']),
    ask('colour and cut', ['colour', 'cut']),
    ask('colour, cut and blow-dry', ['colour', 'cut', 'cut']),
    ask('three of a kind', THREE),
  ];
}

/** What nobody asks but to do harm, each in the worst book for it and for as many days as may be asked for. */
export function hostile(): Question[] {
  const taken = fullBook();
  const ask = (name: string, salon: () => SalonConfig, services: readonly string[], claims = taken) => ({
    ...{ name, salon, services, taken: claims, days: LONGEST },
  });
  return [
    ask('six by twenty people each', largeSalon, SIX),
    ask('six colours, each inside the other’s processing', largeSalon, Array<string>(6).fill('colour')),
    ask('three by twenty, each at her own pace', ownPace, THREE),
    ask('six by twenty, each at her own pace', ownPace, SIX),
    ask('six at four paces and thirteen prices', manyPrices, SIX),
    ask('six with waits up to half an hour', () => waiting(30, 15), SIX),
    ask('six with waits up to four hours, grid of five', () => waiting(240, 5), SIX),
    ask(
      'no chair for whoever clears up, which nobody knows before',
      lastChair,
      [...SIX.slice(1), 'nails'],
      noonTaken(),
    ),
  ];
}

function ownPace(): SalonConfig {
  return changed((offer, index) => ({ ...offer, phaseMinutes: [10 + index * 5] }));
}

function manyPrices(): SalonConfig {
  return changed((offer, index) => ({
    ...offer,
    priceCents: 1_000 + ((index * 7_919) % 13) * 100,
    phaseMinutes: [20 + (index % 4) * 10],
  }));
}

function waiting(maxWaitMinutes: number, stepMinutes: number): SalonConfig {
  const salon = largeSalon();
  return { ...salon, policy: { ...salon.policy, maxWaitMinutes, stepMinutes } };
}

/** Whoever cuts last clears up for longer than the only chair is free, whoever it is. */
function lastChair(): SalonConfig {
  const salon = largeSalon();
  const [cut] = salon.services;
  const [first] = salon.staff;
  if (cut === undefined || first === undefined) throw new Error('The salon has no cut or nobody');
  const nails = { ...cut, id: 'nails', bufferMinutes: 0 };
  const offers = [{ serviceId: 'nails', priceCents: null, phaseMinutes: [] }];
  return {
    ...salon,
    services: [{ ...cut, bufferMinutes: 180 }, nails],
    staff: [...salon.staff, { ...first, id: 'nailist', offers }],
    stations: salon.stations.slice(0, 1),
  };
}

function noonTaken(): TakenTime[] {
  return Array.from({ length: LONGEST }, (_, day) => {
    const start = resolveStart('Europe/Berlin', addDays(FROM, day), '13:00') ?? 0;
    return { claimantId: 'chair-0', start, end: start + 6 * 3_600_000, visit: true };
  });
}

type OfferOf = SalonConfig['staff'][number]['offers'][number];

function changed(change: (offer: OfferOf, staffIndex: number) => OfferOf): SalonConfig {
  const salon = largeSalon();
  const staff = salon.staff.map((one, index) => ({ ...one, offers: one.offers.map((offer) => change(offer, index)) }));
  return { ...salon, staff };
}
