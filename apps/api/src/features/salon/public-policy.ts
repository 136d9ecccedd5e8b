import type { Salon } from './salon.ts';

/** What a salon tells everybody about its rules. */
export function publicPolicy({ config: { policy }, profile }: Salon) {
  const { leadMinutes, horizonDays, stepMinutes, cancellationMinutes, maxWaitMinutes, needsApproval, paused } = policy;
  return {
    leadMinutes,
    horizonDays,
    stepMinutes,
    cancellationMinutes,
    maxWaitMinutes,
    needsApproval,
    paused,
    pausedMessage: paused ? profile.pausedMessage : null,
  };
}
