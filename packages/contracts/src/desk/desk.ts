import { z } from 'zod';
import { Id } from '../wire.ts';
import { Role } from './rights.ts';

export const DeskParams = z.object({ salonId: Id });

/** Whoever is signed in, and where she may work. */
export const DeskAnswer = z
  .object({
    login: z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      secondFactor: z.boolean(),
      locale: z.string(),
    }),
    salons: z.array(
      z.object({
        id: z.uuid(),
        slug: z.string(),
        name: z.string(),
        timezone: z.string(),
        locale: z.string(),
        currency: z.string(),
        colour: z.string().nullable(),
        role: Role,
        staffId: z.uuid().nullable().meta({ description: 'The staff member she is, if customers can book her.' }),
      }),
    ),
  })
  .meta({ id: 'DeskAnswer' });
export type DeskAnswer = z.infer<typeof DeskAnswer>;
