import type { BookingRequest } from '@salon/contracts/booking';
import type { SalonConfig } from '@salon/domain/salon/salon-config';
import type { VisitRequest } from '@salon/domain/visit/arrangement';
import { AppError } from '../../errors/app-error.ts';

/** The id of the first service that a booking names, for whoever looks into why it failed. */
export function firstService(config: SalonConfig, body: BookingRequest): string | undefined {
  const wanted = body.services?.[0]?.service ?? body.service;
  return config.services.find((one) => one.id === wanted || one.name === wanted)?.id;
}

/**
 * The services and staff members a booking names, as ids of this salon.
 * Throws `service_not_found`, `staff_not_found`.
 */
export function visitRequest(config: SalonConfig, body: BookingRequest): VisitRequest {
  const wishes = body.services ?? [{ service: body.service ?? '', staffId: body.staffId }];
  return {
    items: wishes.map(({ service: wanted, staffId }) => {
      const [id, name] = [wanted.toLowerCase(), wanted.normalize('NFC')];
      const service = config.services.find(
        (one) => one.bookable && (one.id === id || one.name.normalize('NFC') === name),
      );
      if (service === undefined) {
        throw new AppError('service_not_found', 'The salon has no such service to book online.');
      }
      if (staffId !== undefined && !config.staff.some((staff) => staff.id === staffId)) {
        throw new AppError('staff_not_found', 'The salon has no such staff member.');
      }
      return { serviceId: service.id, staffId };
    }),
  };
}
