import type {
  AskRequest,
  ChangeEmailRequest,
  ChangePasswordRequest,
  CodeRequest,
  ConfirmAnswer,
  ConfirmRequest,
  ProfileRequest,
  RecoveryCodeRequest,
  RecoveryCodesAnswer,
  ResetRequest,
  SecondFactorAnswer,
  SignInAnswer,
  SignInRequest,
  SignUpRequest,
  WithPassword,
} from '@salon/contracts/desk/account';
import type {
  InvitationSignUpRequest,
  JoinedAnswer,
  NewSalonRequest,
  OpenInvitation,
} from '@salon/contracts/desk/members';
import type { PasskeysAnswer } from '@salon/contracts/desk/passkey';
import type { SessionsAnswer, SignOutRequest } from '@salon/contracts/desk/sessions';
import { queryOptions } from '@tanstack/react-query';
import { deskDelete, deskGet, deskPatch, deskPost } from '../lib/desk-http.ts';

const AUTH = '/api/auth';

export const signUp = (body: SignUpRequest) => deskPost(`${AUTH}/sign-up`, body);
export const signIn = (body: SignInRequest) => deskPost<SignInAnswer>(`${AUTH}/sign-in`, body);
export const sendCode = (body: CodeRequest) => deskPost(`${AUTH}/sign-in/code`, body);
export const sendRecoveryCode = (body: RecoveryCodeRequest) => deskPost(`${AUTH}/sign-in/recovery-code`, body);
export const signOut = () => deskPost(`${AUTH}/sign-out`);

export const confirmAddress = (body: ConfirmRequest) => deskPost<ConfirmAnswer>(`${AUTH}/confirm-email`, body);
export const askConfirmation = (body: AskRequest) => deskPost(`${AUTH}/confirm-email/ask`, body);
export const askReset = (body: AskRequest) => deskPost(`${AUTH}/reset/ask`, body);
export const resetPassword = (body: ResetRequest) => deskPost(`${AUTH}/reset`, body);

export const changeProfile = (body: ProfileRequest) => deskPatch(`${AUTH}/profile`, body);
export const changePassword = (body: ChangePasswordRequest) => deskPost(`${AUTH}/password`, body);
export const changeEmail = (body: ChangeEmailRequest) => deskPost(`${AUTH}/email`, body);

export const startSecondFactor = (body: WithPassword) => deskPost<SecondFactorAnswer>(`${AUTH}/second-factor`, body);
export const confirmSecondFactor = (body: CodeRequest) => deskPost(`${AUTH}/second-factor/confirm`, body);
export const endSecondFactor = (body: WithPassword) => deskPost(`${AUTH}/second-factor/remove`, body);
export const newRecoveryCodes = (body: WithPassword) =>
  deskPost<RecoveryCodesAnswer>(`${AUTH}/second-factor/recovery-codes`, body);

export const passkeysQuery = queryOptions({
  queryKey: ['desk', 'passkeys'],
  queryFn: ({ signal }) => deskGet<PasskeysAnswer>(`${AUTH}/passkeys`, { signal }),
});
export const renamePasskey = (id: string, name: string) => deskPatch(`${AUTH}/passkeys/${id}`, { name });
export const removePasskey = (id: string) => deskDelete(`${AUTH}/passkeys/${id}`);

export const sessionsQuery = queryOptions({
  queryKey: ['desk', 'sessions'],
  queryFn: ({ signal }) => deskGet<SessionsAnswer>('/api/desk/sessions', { signal }),
});
export const endSession = (id: string) => deskPost(`/api/desk/sessions/${id}/revoke`);
export const endSessions = (body: SignOutRequest) => deskPost('/api/desk/sessions/sign-out', body);

const invitationAt = (token: string) => `${AUTH}/invitations/${encodeURIComponent(token)}`;
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => deskGet<OpenInvitation>(invitationAt(token), { signal }),
  });
export const acceptInvitation = (token: string) => deskPost<JoinedAnswer>(`${invitationAt(token)}/accept`);
export const signUpByInvitation = (token: string, body: InvitationSignUpRequest) =>
  deskPost<JoinedAnswer>(`${invitationAt(token)}/sign-up`, body);

export const createSalon = (body: NewSalonRequest) => deskPost<JoinedAnswer>('/api/desk/salons', body);
export const leaveSalon = (salonId: string) => deskPost(`/api/desk/${salonId}/leave`);
