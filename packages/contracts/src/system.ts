import { z } from 'zod';

export const LiveAnswer = z.object({ status: z.enum(['live', 'stopping']) }).meta({ id: 'LiveAnswer' });

/** What may work worse than it should; booking works as long as it is not named itself. */
export const DegradedPart = z.enum(['booking', 'mail', 'queue']);

export const HealthAnswer = z
  .object({
    status: z.enum(['healthy', 'unhealthy']),
    database: z.enum(['connected', 'disconnected']),
    queue: z.enum(['connected', 'disconnected', 'not_configured']),
    mail: z.enum(['on_time', 'late', 'unknown']).meta({
      description: 'Late: mails wait for more than two minutes, or are tried again and again. None is lost by that.',
    }),
    degraded: z
      .array(DegradedPart)
      .meta({ description: 'Parts that work worse than they should, read-only mode included.' }),
    readOnlyMode: z.boolean(),
    estimatedRecovery: z.iso.datetime({ offset: true }).nullable(),
    version: z.string(),
  })
  .meta({ id: 'HealthAnswer' });
export type HealthAnswer = z.infer<typeof HealthAnswer>;
