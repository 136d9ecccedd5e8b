import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { FixtureSalon } from './salon-fixture.ts';
import type { SignedInMember } from './signed-in.ts';

/** Changes a chair or room as somebody does who has just looked at it. */
export async function changeStation(
  { call }: Pick<SignedInMember, 'call'>,
  { id: salonId }: FixtureSalon,
  stationId: string,
  fields: object,
) {
  const { stations }: CatalogueAnswer = (await call('GET', `/api/desk/${salonId}/catalogue`)).body;
  const seen = stations.find(({ id }) => id === stationId);
  return call('PUT', `/api/desk/${salonId}/stations/${stationId}`, { ...seen, id: undefined, ...fields });
}
