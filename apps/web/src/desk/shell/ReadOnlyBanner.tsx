import { TriangleAlert } from 'lucide-react';
import { endInWords, useReadOnly } from '../../lib/read-only.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** Says that nothing can be saved just now, and until about when: all can be looked at. */
export function ReadOnlyBanner({ timeZone }: { readonly timeZone: string }) {
  const { t, f } = useDeskSpeech();
  const now = useReadOnly();
  const time = endInWords(now?.until, timeZone, f);
  return (
    <div role="status" className="print:hidden">
      {now?.on ? (
        <p className="flex items-center gap-3 bg-heed-tint px-4 py-2 text-small">
          <TriangleAlert aria-hidden className="size-5 shrink-0 text-heed" />
          <span>
            <strong>{t.shell.readOnly}</strong>{' '}
            {time === undefined ? t.shell.readOnlySoon : t.shell.readOnlyUntil({ time })}
          </span>
        </p>
      ) : null}
    </div>
  );
}
