import { regexes } from 'zod/v4/core';

/** What somebody says about themselves, as typed. */
export type Details = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly note: string;
  readonly forOther: boolean;
  readonly guest: string;
  /** Whether to keep name, e-mail and phone on this device. */
  readonly remember: boolean;
  /** Hidden from people; whoever fills it in is none. */
  readonly website: string;
};

export const NO_DETAILS: Details = {
  name: '',
  email: '',
  phone: '',
  note: '',
  forOther: false,
  guest: '',
  remember: false,
  website: '',
};

/** The fields that can be wrong, in the order they stand on the page. */
export const FIELDS = ['name', 'email', 'phone', 'guest', 'note'] as const;
export type Field = (typeof FIELDS)[number];
export type Wrong = 'name' | 'guest' | 'emailMissing' | 'email' | 'phone' | 'long';

/** As much as the API takes. */
export const LONGEST: Readonly<Record<Field, number>> = { name: 200, email: 254, phone: 40, guest: 200, note: 2000 };

/** What is wrong with each field; nothing is missing that the API would refuse. */
export function wrongFields(details: Details): Partial<Record<Field, Wrong>> {
  const wrong: Partial<Record<Field, Wrong>> = {};
  for (const field of FIELDS) if (details[field].trim().length > LONGEST[field]) wrong[field] = 'long';
  if (!READABLE.test(details.name)) wrong.name = 'name';
  if (details.forOther && !READABLE.test(details.guest)) wrong.guest = 'guest';
  const email = details.email.trim();
  if (email === '') wrong.email = 'emailMissing';
  else if (!regexes.email.test(email)) wrong.email = 'email';
  const phone = details.phone.trim();
  if (phone !== '' && !PHONE.test(phone)) wrong.phone = 'phone';
  return wrong;
}

/** Somebody's name has a letter or a digit in it. */
const READABLE = /[\p{L}\p{N}]/u;
/** At least five digits, and nothing that numbers are not written with. */
const PHONE = /^(?=(?:\D*\d){5})[+\d\s()/.-]+$/;
