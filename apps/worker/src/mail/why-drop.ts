import type { BookingStatus } from '@salon/domain/booking/status';
import type { MailKind } from '@salon/emails/mail';

/** Why a message is not sent. */
export type DropReason = 'gone' | 'erased' | 'moved_on' | 'not_confirmed' | 'over' | 'no_visits' | 'decided_again';

/** What decides whether a message still holds; instants are epoch milliseconds. */
export type VisitNow = {
  readonly status: BookingStatus;
  readonly sequence: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Its customer was erased, or what she typed was. */
  readonly erased: boolean;
};

const ABOUT_AN_END: ReadonlySet<MailKind> = new Set(['cancelled', 'notice_cancelled']);

/**
 * Why a message about a visit is not to be sent any more; undefined when it still holds. `visit` is undefined where there
 * is none. A visit that changed after the message was written has a later message that tells how it is now.
 */
export function whyDrop(
  message: { readonly kind: MailKind; readonly sequence: number },
  visit: VisitNow | undefined,
  now: number,
): DropReason | undefined {
  if (visit === undefined) return 'gone';
  if (visit.erased) return 'erased';
  if (visit.sequence !== message.sequence) return 'moved_on';
  // A salon that was closed over night still wants to read what happened.
  if (ABOUT_AN_END.has(message.kind) || message.kind.startsWith('notice_')) return undefined;
  if (message.kind === 'reminder') {
    if (visit.status !== 'confirmed') return 'not_confirmed';
    return visit.startsAt <= now ? 'over' : undefined;
  }
  return visit.endsAt <= now ? 'over' : undefined;
}
