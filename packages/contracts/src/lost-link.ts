import { z } from 'zod';

export const LostLinkRequest = z
  .object({ email: z.email().max(254) })
  .meta({ id: 'LostLinkRequest', examples: [{ email: 'jonas@kunde.example' }] });

/** The same for every address, whether anything is booked under it or not. */
export const LostLinkAnswer = z.object({ message: z.string() }).meta({ id: 'LostLinkAnswer' });
