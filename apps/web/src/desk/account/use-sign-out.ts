import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { signInPath } from '../lib/paths.ts';
import { signOut } from './account.calls.ts';

/** Ends the session here, and forgets all that was shown. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  return () => {
    // Without an answer the session may still stand, and whoever leaves has to know: the page then stays as it is.
    void signOut().then(() => {
      navigate(signInPath());
      client.clear();
    });
  };
}
