import { z } from 'zod';

/** Instant with the offset of the salon's zone. */
export const Instant = z.iso.datetime({ offset: true }).meta({ examples: ['2026-12-19T14:00:00+01:00'] });
export const LocalDate = z.iso.date().meta({ examples: ['2026-12-19'] });
/** Wall clock of the salon; the offset tells the double hour of a clock change apart. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(Z|[+-](0\d|1[0-8]):[0-5]\d)?$/, 'Expected HH:MM, with an offset if need be')
  .meta({ examples: ['14:00'] });
export const Cents = z.int().min(0);
/** Printable text: refuses what PostgreSQL or a mail header cannot hold, halves of a character included. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Surrogate}]*$/u, 'Control characters are not allowed');
export const line = (max: number) =>
  text(max)
    .min(1)
    .regex(/^[^\r\n]*$/, 'Expected one line');
