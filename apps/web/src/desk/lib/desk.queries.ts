import type { DeskAnswer } from '@salon/contracts/desk/desk';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../lib/http.ts';
import { setLoginLanguage } from '../i18n/login-language.ts';
import { deskGet, isRefused } from './desk-http.ts';

/** Whoever is signed in, and where she may work. */
export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: async ({ signal }) => {
    const answer = await deskGet<DeskAnswer>('/api/desk', { signal });
    setLoginLanguage(answer.login.locale);
    return answer;
  },
  staleTime: 60_000,
});

/** The same for pages that are open to everybody: null where nobody is signed in. */
export const whoQuery = queryOptions({
  queryKey: ['desk', 'who'],
  queryFn: async ({ signal }) => {
    try {
      return await get<DeskAnswer>('/api/desk', { signal });
    } catch (error) {
      if (isRefused(error, 'unauthenticated')) return null;
      throw error;
    }
  },
});
