import { BookingRequest } from '@salon/contracts/booking';
import { expect, test } from 'vitest';
import { bookingRequest } from './booking-request.ts';
import { type Details, type Field, LONGEST, NO_DETAILS, wrongFields } from './details.ts';
import { ANYBODY } from './whom.ts';

const JONAS: Details = { ...NO_DETAILS, name: 'Jonas Petersen', email: 'jonas@kunde.example' };
const WISH = {
  step: 'check',
  services: ['Herrenhaarschnitt'],
  whom: [ANYBODY],
  day: '2026-12-19',
  at: '14:00',
} as const;
const requestOf = (details: Details) =>
  bookingRequest({ slug: 'demo', wish: WISH, details, language: 'de', priceCents: 3500 });

test('name and e-mail are enough', () => {
  expect(wrongFields(JONAS)).toEqual({});
});

test.each<[string, Partial<Details>, object]>([
  ['nobody', { name: '  ' }, { name: 'name' }],
  ['a name of signs', { name: '—!' }, { name: 'name' }],
  ['no address', { email: '' }, { email: 'emailMissing' }],
  ['an address without its end', { email: 'jonas@kunde' }, { email: 'email' }],
  ['an address with a space', { email: 'jonas petersen@kunde.example' }, { email: 'email' }],
  ['letters for a number', { phone: 'ruf mich an' }, { phone: 'phone' }],
  ['hardly a number', { phone: '0151' }, { phone: 'phone' }],
  ['a visit for nobody', { forOther: true }, { guest: 'guest' }],
  ['a novel', { note: 'a'.repeat(2001) }, { note: 'long' }],
  ['much wrong', { name: '', email: 'x', forOther: true }, { name: 'name', email: 'email', guest: 'guest' }],
])('%s is found wrong', (_what, some, wrong) => {
  expect(wrongFields({ ...JONAS, ...some })).toEqual(wrong);
});

test.each([' jonas@kunde.example ', "o'neill+salon@mail.kunde.example"])('%s is an address', (email) => {
  expect(wrongFields({ ...JONAS, email })).toEqual({});
});

test.each(['0151 2345678', '+49 (0) 40 / 66969-100', '040.66969100'])('%s is a number', (phone) => {
  expect(wrongFields({ ...JONAS, phone })).toEqual({});
});

test('what is right here is right for the API', () => {
  const all: Details = {
    ...JONAS,
    name: ' Jonas Petersen ',
    phone: ' +49 40 66969100 ',
    note: ' Bitte ohne Parfum.\nDanke ',
    forOther: true,
    guest: ' Emil ',
  };
  for (const details of [JONAS, all]) {
    expect(wrongFields(details)).toEqual({});
    expect(BookingRequest.safeParse(requestOf(details))).toMatchObject({ success: true });
  }
  expect(requestOf(all)).toMatchObject({
    customer: { name: 'Jonas Petersen', email: 'jonas@kunde.example', phone: '+49 40 66969100' },
    guestName: 'Emil',
    note: 'Bitte ohne Parfum.\nDanke',
    expectedPriceCents: 3500,
  });
});

/** As long as asked, and otherwise right. */
const LONG: Readonly<Record<Field, (length: number) => string>> = {
  name: (length) => 'a'.repeat(length),
  email: (length) => '@kunde.example'.padStart(length, 'a'),
  phone: (length) => '1'.repeat(length),
  guest: (length) => 'a'.repeat(length),
  note: (length) => 'a'.repeat(length),
};

test.each<[Field, string]>([
  ['name', 'customer.name'],
  ['email', 'customer.email'],
  ['phone', 'customer.phone'],
  ['guest', 'guestName'],
  ['note', 'note'],
])('%s may be as long as the API takes it, and no longer', (field, path) => {
  const [most, more] = [LONGEST[field], LONGEST[field] + 1].map((length) => ({
    ...{ ...JONAS, forOther: field === 'guest', [field]: LONG[field](length) },
  })) as [Details, Details];
  expect(wrongFields(most)).toEqual({});
  expect(BookingRequest.safeParse(requestOf(most))).toMatchObject({ success: true });
  expect(wrongFields(more)).toEqual({ [field]: 'long' });
  const refused = BookingRequest.safeParse(requestOf(more));
  expect(refused.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
});

test('nothing is sent that was not asked for', () => {
  expect(requestOf({ ...JONAS, guest: 'Emil' })).toEqual({
    salonSlug: 'demo',
    services: [{ service: 'Herrenhaarschnitt' }],
    date: '2026-12-19',
    time: '14:00',
    customer: { name: 'Jonas Petersen', email: 'jonas@kunde.example' },
    locale: 'de',
    expectedPriceCents: 3500,
  });
});

test('a program that fills in what people do not see gives itself away', () => {
  expect(BookingRequest.safeParse(requestOf({ ...JONAS, website: 'https://spam.example' })).success).toBe(false);
});

test('without a time there is nothing to send', () => {
  expect(
    bookingRequest({ slug: 'demo', wish: { ...WISH, at: null }, details: JONAS, language: 'de', priceCents: 0 }),
  ).toBeUndefined();
});
