import { z } from 'zod';

export const LiveAnswer = z.object({ status: z.enum(['live', 'stopping']) }).meta({ id: 'LiveAnswer' });

export const HealthAnswer = z
  .object({
    status: z.enum(['healthy', 'unhealthy']),
    database: z.enum(['connected', 'disconnected']),
    queue: z.enum(['connected', 'disconnected', 'not_configured']),
    readOnlyMode: z.boolean(),
    estimatedRecovery: z.iso.datetime({ offset: true }).nullable(),
    version: z.string(),
  })
  .meta({ id: 'HealthAnswer' });
export type HealthAnswer = z.infer<typeof HealthAnswer>;
