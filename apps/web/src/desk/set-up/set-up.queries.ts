import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { OutsideAnswer } from '@salon/contracts/desk/set-up';
import type { SettingsAnswer } from '@salon/contracts/desk/settings';
import type { TeamAnswer } from '@salon/contracts/desk/team';
import type { TimeOffRequestsAnswer } from '@salon/contracts/desk/time-off-request';
import { queryOptions } from '@tanstack/react-query';
import { deskGet } from '../lib/desk-http.ts';

const of = <T>(salonId: string, what: string) =>
  queryOptions({
    queryKey: ['desk', salonId, what],
    queryFn: ({ signal }) => deskGet<T>(`/api/desk/${salonId}/${what}`, { signal }),
  });

export const teamQuery = (salonId: string) => of<TeamAnswer>(salonId, 'team');
export const catalogueQuery = (salonId: string) => of<CatalogueAnswer>(salonId, 'catalogue');
export const settingsQuery = (salonId: string) => of<SettingsAnswer>(salonId, 'settings');
/** Visits ahead that lie outside of what the salon offers by now. */
export const outsideQuery = (salonId: string) => of<OutsideAnswer>(salonId, 'outside-openings');
export const timeOffRequestsQuery = (salonId: string) => of<TimeOffRequestsAnswer>(salonId, 'time-off-requests');
