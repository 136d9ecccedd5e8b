import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { signInPath } from '../lib/paths.ts';
import { signOut } from './account.calls.ts';

/** Ends the session here, and forgets all that was shown. */
export function useSignOut(): () => void {
  const { t } = useDeskSpeech();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  return () => {
    signOut().then(
      () => {
        navigate(signInPath());
        client.clear();
      },
      // The session may still stand, and whoever leaves has to know: the page stays as it is, and says so.
      () => showToast({ text: t.account.notSignedOut }),
    );
  };
}
