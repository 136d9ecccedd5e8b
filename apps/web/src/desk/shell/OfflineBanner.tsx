import { WifiOff } from 'lucide-react';
import { useOnline } from '../../ui/use-online.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** Says that the network is away, for as long as it is: what is shown may be old by then. */
export function OfflineBanner() {
  const { t } = useDeskSpeech();
  const online = useOnline();
  return (
    <div role="status" className="fixed inset-x-0 bottom-[var(--desk-bottom)] z-30 print:hidden">
      {online ? null : (
        <p className="flex items-center gap-3 bg-heed-tint px-4 py-2 text-small">
          <WifiOff aria-hidden className="size-5 shrink-0 text-heed" />
          <span>
            <strong>{t.shell.offline}.</strong> {t.shell.offlineMore}
          </span>
        </p>
      )}
    </div>
  );
}
