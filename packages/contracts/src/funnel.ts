import { z } from 'zod';
import { LocalDate } from './wire.ts';

/** How far somebody got on a salon's page, in order: seen it, chosen a service, chosen a time, said who comes. */
export const FUNNEL_STEPS = ['opened', 'services', 'time', 'details'] as const;
export const FunnelStep = z.enum(FUNNEL_STEPS);
export type FunnelStep = z.infer<typeof FunnelStep>;

export const StepsReached = z
  .object({ steps: z.array(FunnelStep).min(1).max(FUNNEL_STEPS.length) })
  .meta({ id: 'StepsReached' });

/** Days a funnel can look back on. */
export const FUNNEL_DAYS = [7, 28, 90] as const;

export const FunnelQuery = z.object({
  days: z
    .enum(['7', '28', '90'])
    .transform(Number)
    .default(28)
    .meta({ description: 'So many days of the salon, today being the last.' }),
});

export const FunnelAnswer = z
  .object({
    from: LocalDate,
    to: LocalDate,
    steps: z.array(z.object({ step: z.enum([...FUNNEL_STEPS, 'booked']), count: z.int() })).meta({
      description: 'In order. All but the last are views of the page; the last are visits that customers booked.',
    }),
  })
  .meta({ id: 'FunnelAnswer' });
export type FunnelAnswer = z.infer<typeof FunnelAnswer>;
