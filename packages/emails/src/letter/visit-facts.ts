import { addressLine, mapLink } from '../links.ts';
import type { MailItem, MailModel, MailSalon, MailVisit } from '../mail.ts';
import { money } from '../money.ts';
import type { When } from '../when.ts';
import type { Words } from '../words/de-sie.ts';
import { type Fact, fact, factIf } from './letter.ts';

/** "Samstag, 19. Dezember 2026", "14:00 bis 14:30 Uhr". */
export function timeFact(words: Words, when: When, { startsAt, endsAt }: Pick<MailVisit, 'startsAt' | 'endsAt'>): Fact {
  return fact(words.label.when, when.date(startsAt), when.hours(startsAt, endsAt));
}

/**
 * What is done and by whom; several services each under its time, since one may be done while the colour of another
 * develops. The name stands once where one person does all of it.
 */
export function serviceFacts(words: Words, when: When, items: MailVisit['items']): Fact[] {
  const only = onlyStaff(items);
  const what = (item: MailItem) => (only === undefined ? words.serviceWith(item.service, item.staff) : item.service);
  const labelOf = (item: MailItem) => (items.length > 1 ? when.time(item.startsAt) : words.label.what);
  return [...items.map((item) => fact(labelOf(item), what(item))), ...factIf(words.label.with, only ?? null)];
}

/** The same in one line, without times. */
export function servicesLine(words: Words, items: MailVisit['items']): string {
  const only = onlyStaff(items);
  if (only === undefined) return items.map(({ service, staff }) => words.serviceWith(service, staff)).join(', ');
  return words.serviceWith(items.map(({ service }) => service).join(', '), only);
}

function onlyStaff(items: MailVisit['items']): string | undefined {
  const staff = new Set(items.map((item) => item.staff));
  return staff.size === 1 ? items[0]?.staff : undefined;
}

export function placeFact(words: Words, salon: MailSalon): Fact[] {
  return factIf(words.label.where, addressLine(salon.address), mapLink(salon));
}

export function priceFact(words: Words, locale: MailModel['locale'], visit: MailVisit): Fact[] {
  if (visit.priceCents === 0) return [];
  const price = money(locale, visit.priceCents, visit.currency);
  return [fact(words.label.price, visit.priceFrom ? words.from(price) : price)];
}
