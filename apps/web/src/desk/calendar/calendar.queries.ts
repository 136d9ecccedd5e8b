import type { CalendarAnswer, CalendarRows, MonthAnswer } from '@salon/contracts/desk/calendar';
import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import { withVisits } from '@salon/domain/visit/visits-of-rows';
import { queryOptions } from '@tanstack/react-query';
import type { LocalDate } from '../../lib/dates.ts';
import { deskGet } from '../lib/desk-http.ts';
import { keepIdentity } from './keep-identity.ts';

/** All a calendar shows of a salon is kept under this. */
export const calendarKey = (salonId: string) => ['desk', salonId, 'calendar'] as const;

/** Some days of a salon, of all its staff or of one. */
export function calendarQuery(salonId: string, from: LocalDate, days: number, staffId?: string) {
  const query = new URLSearchParams({ from, days: String(days), ...(staffId === undefined ? {} : { staff: staffId }) });
  return queryOptions({
    queryKey: [...calendarKey(salonId), from, days, staffId ?? null],
    queryFn: async ({ signal }): Promise<CalendarAnswer> =>
      withVisits(await deskGet<CalendarRows>(`/api/desk/${salonId}/calendar?${query}`, { signal })),
    structuralSharing: (old, next) => keepIdentity(old as CalendarAnswer | undefined, next as CalendarAnswer),
    staleTime: 30_000,
    gcTime: 15 * 60_000,
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
  });
}

/** How full each day of some weeks is. */
export function monthQuery(salonId: string, from: LocalDate, days: number, staff: readonly string[]) {
  const query = new URLSearchParams({
    from,
    days: String(days),
    ...(staff.length === 0 ? {} : { staff: staff.join(',') }),
  });
  return queryOptions({
    queryKey: ['desk', salonId, 'month', from, days, staff],
    queryFn: ({ signal }) => deskGet<MonthAnswer>(`/api/desk/${salonId}/month?${query}`, { signal }),
    staleTime: 30_000,
  });
}

/** What is sold, by whom, and how long it takes. */
export function catalogueQuery(salonId: string) {
  return queryOptions({
    queryKey: ['desk', salonId, 'catalogue'],
    queryFn: ({ signal }) => deskGet<CatalogueAnswer>(`/api/desk/${salonId}/catalogue`, { signal }),
    staleTime: 5 * 60_000,
  });
}

/** Who works there, and how short the shortest service is: what decides which free time can be sold. */
export function shopQuery(salonId: string) {
  return queryOptions({
    ...catalogueQuery(salonId),
    select: ({ staff, services }) => ({ staff, leastMinutes: shortest(services) }),
  });
}

/** Where nothing is sold yet, or nobody knows yet what is, a quarter of an hour is worth showing. */
export const USUAL_LEAST = 15;

function shortest(services: CatalogueAnswer['services']): number {
  const sold = services.filter(({ archivedAt }) => archivedAt === null);
  const lengths = sold.map(({ phases }) => phases.reduce((sum, { minutes }) => sum + minutes, 0));
  return lengths.length === 0 ? USUAL_LEAST : Math.min(...lengths);
}
