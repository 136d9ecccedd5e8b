import type { MailJob } from '@salon/contracts/jobs';
import type { MailKind } from '@salon/emails/mail';
import { beginUndertaking } from '@salon/telemetry/reports';

/** Works on a mail; whatever goes wrong in it is reported as part of the request that led to it. */
export async function reportedFor<T>(
  { requestId, salonId }: MailJob,
  kind: MailKind,
  work: () => Promise<T>,
): Promise<T> {
  const tags = { salon: salonId, feature: 'mail', kind };
  const undertaking = beginUndertaking(requestId, { name: `mail ${kind}`, op: 'queue.process', tags });
  if (undertaking === undefined) return work();
  try {
    const done = await undertaking.within(work);
    undertaking.end({ tags });
    return done;
  } catch (error) {
    undertaking.end({ tags, failure: { error } });
    throw error;
  }
}
