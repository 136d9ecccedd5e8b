import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { Pending } from './desk-write.ts';

/** Says that something that was changed is not settled yet, where that takes longer than a moment. */
export function WritesNotice({ pending, retry }: { readonly pending: readonly Pending[]; readonly retry: () => void }) {
  const { t } = useDeskSpeech();
  const stuck = pending.some(({ state }) => state === 'stuck');
  const waiting = pending.find(({ state }) => state === 'waiting');
  if (!stuck && waiting === undefined) return null;
  const words = t.visit.sending;
  return (
    <div className="fixed inset-x-4 top-[calc(var(--desk-top,0px)+0.75rem)] z-30 mx-auto max-w-md rounded-card shadow-float print:hidden">
      {stuck ? (
        <Notice urgent tone="wrong" title={words.stuck}>
          <Button look="soft" onPress={retry}>
            {t.shell.retry}
          </Button>
        </Notice>
      ) : (
        <Notice tone="offline" title={waiting?.why === 'busy' ? words.busy : words.noAnswer} />
      )}
    </div>
  );
}
