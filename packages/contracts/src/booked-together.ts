import { z } from 'zod';

/** What people of a salon book in one visit, counted from its own visits. */
export const BookedTogether = z
  .object({
    services: z.array(
      z.object({
        serviceId: z.uuid(),
        with: z
          .array(
            z.object({
              serviceId: z.uuid(),
              share: z
                .number()
                .min(0)
                .max(1)
                .meta({ description: 'Of the visits with the one, those with the other.' }),
              comes: z
                .enum(['before', 'after'])
                .meta({ description: 'Where the other one mostly stands in the visit.' }),
            }),
          )
          .meta({ description: 'Most often first; too few visits to tell: not named.' }),
      }),
    ),
  })
  .meta({ id: 'BookedTogether' });
export type BookedTogether = z.infer<typeof BookedTogether>;
