import type { Messages } from '../../i18n/de.ts';
import type { Formats } from '../../lib/formats.ts';
import type { Slot } from '../times/day.ts';
import type { Service } from './offer.ts';
import { ANYBODY, type Whom, whomEach } from './whom.ts';

/** What costs something before a time is chosen: cents, `from` where it may turn out dearer. */
type Price = { readonly cents: number; readonly from: boolean };

/** What one service takes, at least and at most, and what it costs. */
export type Terms = Price & { readonly least: number; readonly minutes: number };

/** What a visit takes and costs: minutes, `upTo` where it may turn out shorter. */
type Total = Price & { readonly minutes: number; readonly upTo: boolean };

type Timed = Pick<
  Service,
  'durationMinutes' | 'priceCents' | 'priceFrom' | 'currency' | 'phases' | 'duringProcessing' | 'staffIds' | 'variants'
>;

/** What one service takes and costs with somebody, or with whoever can. */
export function termsOf(service: Timed, whom: Whom = ANYBODY): Terms {
  const terms = variantsOf(service, whom);
  const minutes = terms.map(({ durationMinutes }) => durationMinutes);
  const cents = terms.map(({ priceCents }) => priceCents);
  return {
    least: Math.min(...minutes),
    minutes: Math.max(...minutes),
    cents: Math.min(...cents),
    from: service.priceFrom || Math.min(...cents) < Math.max(...cents),
  };
}

/** What services take and cost together, one after the other; shorter where one may be done while another processes. */
export function totalOf(services: readonly Timed[], whom: readonly Whom[] | null = null): Total {
  const each = whomEach(whom, services.length);
  const terms = services.map((service, index) => termsOf(service, each[index]));
  return {
    minutes: terms.reduce((sum, { minutes }) => sum + minutes, 0),
    upTo:
      terms.some(({ least, minutes }) => least < minutes) ||
      services.some((one, index) => fitsInside(services[index + 1], each[index + 1], variantsOf(one, each[index]))),
    cents: terms.reduce((sum, { cents }) => sum + cents, 0),
    from: terms.some(({ from }) => from),
  };
}

/** What a visit takes and costs at the start that is chosen: `from` only where the salon itself says so of a price. */
export function totalAt(slot: Pick<Slot, 'durationMinutes' | 'priceCents'>, services: readonly Timed[]): Total {
  const { durationMinutes, priceCents } = slot;
  return { minutes: durationMinutes, upTo: false, cents: priceCents, from: services.some((one) => one.priceFrom) };
}

/** Whether a service may be done whole while the one before it processes, in the ways in which that may be done. */
function fitsInside(
  service: Timed | undefined,
  whom: Whom | undefined,
  before: ReturnType<typeof variantsOf>,
): boolean {
  if (!service?.duringProcessing) return false;
  const { least } = termsOf(service, whom);
  const phases = before.flatMap((one) => one.phases);
  return phases.some(({ kind, minutes }) => kind === 'processing' && minutes >= least);
}

/** Minutes of a service in which its colour (or the like) develops. */
export function processingMinutes({ phases }: Pick<Timed, 'phases'>): number {
  return phases.reduce((sum, { kind, minutes }) => (kind === 'processing' ? sum + minutes : sum), 0);
}

/** The ways in which a service is done by those who may do it. */
function variantsOf(
  service: Timed,
  whom: Whom = ANYBODY,
): readonly Pick<Timed, 'durationMinutes' | 'priceCents' | 'phases'>[] {
  const ways = service.staffIds
    .filter((id) => whom === ANYBODY || id === whom)
    .map((id) => service.variants.find(({ staffId }) => staffId === id) ?? service);
  return ways.length > 0 ? ways : [service];
}

/** "ab 35 €", "35 €", "kostenlos" */
export function priceText(
  { cents, from }: Price,
  currency: string,
  { t, f }: { readonly t: Messages; readonly f: Formats },
): string {
  if (cents === 0 && !from) return t.booking.free;
  const price = f.price(cents, currency);
  return from ? t.booking.fromPrice({ price }) : price;
}

/** "45 Min.", "60–80 Min." of one service */
export function termsText({ least, minutes }: Pick<Terms, 'least' | 'minutes'>, f: Formats): string {
  return least < minutes ? f.durations(least, minutes) : f.duration(minutes);
}

/** "45 Min.", "bis zu 2 Std. 15 Min." of a visit */
export function durationText(
  { minutes, upTo }: Pick<Total, 'minutes' | 'upTo'>,
  { t, f }: { readonly t: Messages; readonly f: Formats },
): string {
  const duration = f.duration(minutes);
  return upTo ? t.basket.upTo({ duration }) : duration;
}

/** "1 Std. 15 Min." and "72 €" with somebody, where it matters who does these services; else undefined. */
export function ownTerms(
  services: readonly Timed[],
  staffId: string,
  speech: { readonly t: Messages; readonly f: Formats },
): { readonly duration: string; readonly price: string } | undefined {
  const currency = services[0]?.currency;
  if (currency === undefined || services.every(({ variants }) => variants.length === 0)) return undefined;
  const total = totalOf(services, [staffId]);
  return { duration: durationText(total, speech), price: priceText(total, currency, speech) };
}
