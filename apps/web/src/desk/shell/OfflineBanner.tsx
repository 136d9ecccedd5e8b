import { WifiOff } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { useOnline } from '../../ui/use-online.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

const HEIGHT = '3.5rem';

/**
 * Says that the network is away, for as long as it is: what is shown may be old by then. Nothing is hidden behind it: on a
 * desk it stands beside the rail, at whose foot is who works here.
 */
export function OfflineBanner() {
  const { t } = useDeskSpeech();
  const online = useOnline();
  useLayoutEffect(() => {
    if (online) return;
    const { style } = document.documentElement;
    style.setProperty('--desk-notice', HEIGHT);
    return () => {
      style.removeProperty('--desk-notice');
    };
  }, [online]);
  return (
    <div role="status" className="fixed inset-x-0 bottom-[var(--desk-tabs)] z-30 desk:left-24 print:hidden">
      {online ? null : (
        <p className="flex h-[var(--desk-notice)] items-center gap-3 bg-heed-tint px-4 text-small">
          <WifiOff aria-hidden className="size-5 shrink-0 text-heed" />
          <span>
            <strong>{t.shell.offline}.</strong> {t.shell.offlineShort}
          </span>
        </p>
      )}
    </div>
  );
}
