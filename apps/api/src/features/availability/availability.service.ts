import type { AvailabilityAnswer } from '@salon/contracts/availability';
import type { VisitRequest } from '@salon/domain/visit/arrangement';
import { listSlots } from '@salon/domain/visit/slots';
import { AppError } from '../../errors/app-error.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { Salon } from '../salon/salon.ts';
import type { ClaimRepo } from './claim.repo.ts';
import { daysAnswer } from './slot-answer.ts';
import { takenFor } from './taken-time.ts';

type Query = {
  readonly services: readonly string[];
  /** `any` or ids: one for all services, or one for each. */
  readonly staff: readonly string[];
  readonly from: string;
  readonly days: number;
};

/** The free times of a salon for a visit. Throws `service_not_found`, `staff_not_found`. */
export async function availability(
  deps: { salons: SalonService; claims: ClaimRepo; clock: () => number },
  known: Salon,
  query: Query,
): Promise<AvailabilityAnswer> {
  const request: VisitRequest = {
    items: query.services.map((serviceId, index) => {
      const staffId = query.staff.length === 1 ? query.staff[0] : query.staff[index];
      return { serviceId, staffId: staffId === 'any' ? undefined : staffId };
    }),
  };
  const { salon, taken } = await takenFor(deps, known, request, query);
  refuseUnknown(salon, request);
  const { config } = salon;
  const listed = listSlots(config, request, taken, { ...query, now: deps.clock() });
  if (listed === 'basket_too_complex') {
    throw new AppError('basket_too_complex', 'There are too many ways to combine these services. Name staff members.');
  }
  return daysAnswer(config, listed, request.items.length > 1);
}

function refuseUnknown({ config }: Salon, request: VisitRequest) {
  for (const item of request.items) {
    if (!config.services.some((service) => service.id === item.serviceId && service.bookable)) {
      throw new AppError('service_not_found', 'The salon has no such service to book online.');
    }
    if (item.staffId !== undefined && !config.staff.some((staff) => staff.id === item.staffId)) {
      throw new AppError('staff_not_found', 'The salon has no such staff member.');
    }
  }
}
