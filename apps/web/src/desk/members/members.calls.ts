import type {
  ChangeMemberRequest,
  InvitationAnswer,
  InviteRequest,
  MemberAnswer,
  MembersAnswer,
} from '@salon/contracts/desk/members';
import type { TeamAnswer } from '@salon/contracts/desk/team';
import { queryOptions } from '@tanstack/react-query';
import { deskDelete, deskGet, deskPatch, deskPost } from '../lib/desk-http.ts';

const membersAt = (salonId: string) => `/api/desk/${salonId}/members`;
const invitationsAt = (salonId: string) => `/api/desk/${salonId}/invitations`;

export const membersQuery = (salonId: string) =>
  queryOptions({
    queryKey: ['members', salonId],
    queryFn: ({ signal }) => deskGet<MembersAnswer>(membersAt(salonId), { signal }),
  });

/** The staff members somebody can be, by name. */
export const staffNamesQuery = (salonId: string) =>
  queryOptions({
    queryKey: ['staff-names', salonId],
    queryFn: async ({ signal }) => {
      const { staff } = await deskGet<TeamAnswer>(`/api/desk/${salonId}/team`, { signal });
      return staff.map(({ id, profile }) => ({ id, name: profile.name }));
    },
  });

export const invite = (salonId: string, body: InviteRequest) =>
  deskPost<InvitationAnswer>(invitationsAt(salonId), body);
export const resendInvitation = (salonId: string, id: string) =>
  deskPost<InvitationAnswer>(`${invitationsAt(salonId)}/${id}/resend`);
export const revokeInvitation = (salonId: string, id: string) => deskPost(`${invitationsAt(salonId)}/${id}/revoke`);
export const changeMember = (salonId: string, id: string, body: ChangeMemberRequest) =>
  deskPatch<MemberAnswer>(`${membersAt(salonId)}/${id}`, body);
export const removeMember = (salonId: string, id: string) => deskDelete(`${membersAt(salonId)}/${id}`);
