import { z } from 'zod';

/** An id as we write it, however it was sent. */
export const Id = z.uuid().toLowerCase();
/** Instant with the offset of the salon's zone. */
export const Instant = z.iso.datetime({ offset: true }).meta({ examples: ['2026-12-19T14:00:00+01:00'] });
const [FIRST, LAST] = [Date.parse('1900-01-01T00:00:00Z'), Date.parse('9999-01-01T00:00:00Z')];
/** One that is sent to us: whatever lasts for some months from it still ends in a year of four digits, in any zone. */
export const InstantInput = Instant.refine(
  (text) => Date.parse(text) >= FIRST && Date.parse(text) < LAST,
  'Expected a year from 1900 to 9998',
);
/** A date of the calendar; PostgreSQL's has no year 0. */
export const LocalDate = z.iso
  .date()
  .refine((date) => date >= '0001', 'There is no year 0')
  .meta({ examples: ['2026-12-19'] });
/** Wall clock of the salon; the offset tells the double hour of a clock change apart. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(Z|[+-](0\d|1[0-8]):[0-5]\d)?$/, 'Expected HH:MM, with an offset if need be')
  .meta({ examples: ['14:00'] });
export const Cents = z.int().min(0);
/** What one thing may cost: the sum of a visit still is an integer of the database. */
export const CentsInput = Cents.max(10_000_000);
/** The version of a row that was seen. */
export const RowVersion = z.int().min(1).max(2_147_483_647);
/**
 * Printable text: refuses what PostgreSQL or a mail header cannot hold (control characters, halves of a character) and
 * what makes text look like another (line and direction marks).
 */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
      /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\p{Surrogate}]*$/u,
      'Control characters are not allowed',
    );
/** One line with something to read in it. */
export const line = (max: number) =>
  text(max)
    .regex(/^[^\r\n]*$/, 'Expected one line')
    .regex(/[\p{L}\p{N}]/u, 'Expected letters or digits');
