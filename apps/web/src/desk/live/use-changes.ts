import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { healthQuery } from '../../lib/read-only.ts';
import { changePump } from './change-pump.ts';
import { lookAgainAt } from './look-again.ts';
import { sharedChanges } from './shared-changes.ts';

/** However well it hears, it looks by itself now and then: what a process did not live to tell is seen as well. */
const LOOK_ANYWAY = 300_000;

/**
 * Keeps what the desk shows of a salon's days as it is: whatever anybody changes anywhere is looked at again within a
 * second, and all of it after a sleep or without network. Stands once, above all that shows visits. Returns whether it
 * hears right now; if not, what is shown may be old.
 */
export function useChanges(salonId: string): boolean {
  const queryClient = useQueryClient();
  const [hears, setHears] = useState(true);

  useEffect(() => {
    let heard = true;
    const pump = changePump((changed) => lookAgainAt(queryClient, salonId, changed, heard));
    const changes = sharedChanges(salonId, {
      changed: pump.add,
      system: () => void queryClient.invalidateQueries({ queryKey: healthQuery.queryKey }),
      hears: (now) => {
        heard = now;
        setHears(now);
      },
    });
    let hiddenAt = Date.now();
    const seen = () => {
      if (document.visibilityState === 'hidden') {
        hiddenAt = Date.now();
        return;
      }
      changes.wake();
      if (Date.now() - hiddenAt > LOOK_ANYWAY) pump.add('all');
    };
    const online = () => {
      changes.wake();
      pump.add('all');
    };
    const anyway = setInterval(() => {
      if (document.visibilityState === 'visible') pump.add('all');
    }, LOOK_ANYWAY);
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('online', online);
    return () => {
      clearInterval(anyway);
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('online', online);
      changes.close();
      pump.stop();
    };
  }, [queryClient, salonId]);

  return hears;
}
