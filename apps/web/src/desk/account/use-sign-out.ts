import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { deskPost } from '../lib/desk-http.ts';
import { signInPath } from '../lib/paths.ts';

/** Ends the session here, and forgets all that was shown. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  return () => {
    // Without an answer the session may still stand, and whoever leaves has to know: the page then stays as it is.
    void deskPost('/api/auth/sign-out').then(() => {
      navigate(signInPath());
      client.clear();
    });
  };
}
