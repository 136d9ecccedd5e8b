import { PRICE_LIST } from './service-list.ts';
import { TEAM, type TeamMember } from './team.ts';

/** What somebody of the team asks for a service, in cents; whole euros. */
export function askedPrice(name: string, { priceFactor }: TeamMember): number {
  const category = PRICE_LIST.find(({ services }) => services.some((service) => service.name === name));
  const listed = category?.services.find((service) => service.name === name);
  if (category === undefined || listed === undefined) throw new Error(`Nothing is called ${name}`);
  return Math.round(listed.euros * (category.onePrice ? 1 : priceFactor)) * 100;
}

/** What the price list says: the lowest price anybody asks, and whether some ask more. */
export function listPrice(name: string): { priceCents: number; differs: boolean } {
  const prices = TEAM.filter(({ services }) => services.includes(name)).map((person) => askedPrice(name, person));
  const priceCents = Math.min(...prices);
  return { priceCents, differs: prices.some((price) => price !== priceCents) };
}
