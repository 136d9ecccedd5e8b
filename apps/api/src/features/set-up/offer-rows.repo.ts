import type { ServiceOffer, StaffOffer } from '@salon/contracts/desk/team';
import { AppError } from '../../errors/app-error.ts';
import type { Tx } from './set-up-change.repo.ts';

type Offer = ServiceOffer & StaffOffer;
type Phase = { readonly position: number; readonly kind: 'work' | 'processing' | 'finish' };

/** Writes who does what, at which price and pace of her own; the offers they replace are gone already. `field` is where they stood in the request. */
export async function writeOffers(
  tx: Tx,
  salonId: string,
  field: 'offers' | 'staff',
  offers: readonly Offer[],
): Promise<void> {
  const phases = await phasesOf(tx, salonId, [...new Set(offers.map((offer) => offer.serviceId))]);
  const own = offers.flatMap((offer, index) =>
    ownPhases(offer, phases.get(offer.serviceId) ?? [], `${field}.${index}`),
  );
  await tx.staffService.createMany({
    data: offers.map(({ staffId, serviceId, priceCents }) => ({ salonId, staffId, serviceId, priceCents })),
  });
  await tx.staffServicePhase.createMany({ data: own.map((row) => ({ salonId, ...row })) });
}

async function phasesOf(tx: Tx, salonId: string, serviceIds: string[]): Promise<Map<string, Phase[]>> {
  const services = await tx.service.findMany({
    where: { salonId, id: { in: serviceIds } },
    select: { id: true, phases: { orderBy: { position: 'asc' }, select: { position: true, kind: true } } },
  });
  if (services.length < serviceIds.length) throw new AppError('service_not_found', 'There is no such service here.');
  return new Map(services.map(({ id, phases }) => [id, phases]));
}

function ownPhases({ staffId, serviceId, phaseMinutes }: Offer, phases: readonly Phase[], path: string) {
  return phaseMinutes.flatMap((minutes, at) => {
    if (minutes === null) return [];
    const phase = phases[at];
    if (phase === undefined || phase.kind === 'processing') {
      const message = 'Own minutes are for phases of work only';
      throw new AppError('invalid_request', 'Some of the request is not as it should be; see errors.', {
        errors: [{ path: `${path}.phaseMinutes.${at}`, message }],
      });
    }
    return [{ staffId, serviceId, position: phase.position, kind: phase.kind, minutes }];
  });
}
