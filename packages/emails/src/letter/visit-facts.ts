import { addressLine, mapLink } from '../links.ts';
import type { MailModel, MailSalon, MailVisit } from '../mail.ts';
import { money } from '../money.ts';
import type { When } from '../when.ts';
import type { Words } from '../words/de-sie.ts';
import { type Fact, fact, factIf } from './letter.ts';

/** "Samstag, 19. Dezember 2026", "14:00 bis 14:30 Uhr". */
export function timeFact(words: Words, when: When, { startsAt, endsAt }: Pick<MailVisit, 'startsAt' | 'endsAt'>): Fact {
  return fact(words.label.when, when.date(startsAt), when.hours(startsAt, endsAt));
}

/** What is done and by whom; the name once where one person does all of it. */
export function serviceFacts(words: Words, items: MailVisit['items']): Fact[] {
  const staff = new Set(items.map((item) => item.staff));
  const [only] = staff;
  if (staff.size !== 1 || only === undefined) {
    return [fact(words.label.what, ...items.map((item) => words.serviceWith(item.service, item.staff)))];
  }
  return [fact(words.label.what, ...items.map((item) => item.service)), fact(words.label.with, only)];
}

/** The same in one line. */
export function servicesLine(words: Words, items: MailVisit['items']): string {
  return serviceFacts(words, items)
    .map(({ lines }) => lines.map((spans) => spans.map(({ text }) => text).join('')).join(', '))
    .reduce((what, staff) => words.serviceWith(what, staff));
}

export function placeFact(words: Words, salon: MailSalon): Fact[] {
  return factIf(words.label.where, addressLine(salon.address), mapLink(salon));
}

export function priceFact(words: Words, locale: MailModel['locale'], visit: MailVisit): Fact[] {
  if (visit.priceCents === 0) return [];
  const price = money(locale, visit.priceCents, visit.currency);
  return [fact(words.label.price, visit.priceFrom ? words.from(price) : price)];
}
