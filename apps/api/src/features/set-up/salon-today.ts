import { localDate } from '@salon/domain/time/wall-clock';
import type { SalonScope } from '../../scope/salon-scope.ts';
import type { SalonService } from '../salon/salon.service.ts';

/** The salon's date by its own clock. */
export type SalonToday = ReturnType<typeof salonToday>;

export const salonToday =
  (salons: SalonService, clock: () => number) =>
  async ({ salonId }: SalonScope): Promise<string> =>
    localDate((await salons.known({ id: salonId })).config.timeZone, clock());
