import type { BookingStatus } from '@salon/domain/booking/status';

/** A booking as it stands; instants are epoch milliseconds. */
export type Visit = {
  readonly id: string;
  readonly reference: string;
  readonly status: BookingStatus;
  readonly version: number;
  readonly sequence: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly priceCents: number;
  readonly currency: string;
  readonly name: string;
  readonly email: string;
  readonly guestName: string | null;
  readonly note: string | null;
  readonly cancelReason: string | null;
  readonly tokenVersion: number;
  /** Who came is erased: nothing of the visit is shown to anybody any more. */
  readonly erased: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly items: readonly {
    readonly serviceId: string;
    readonly service: string;
    readonly staffId: string;
    readonly staff: string;
    readonly startsAt: number;
    readonly endsAt: number;
    readonly priceCents: number;
  }[];
};
