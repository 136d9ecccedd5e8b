import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { endInWords, useReadOnly } from '../../lib/read-only.ts';
import { announce } from '../../ui/announce.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** Says that nothing can be saved just now, and until about when: all can be looked at. */
export function ReadOnlyBanner({ timeZone }: { readonly timeZone: string }) {
  const { t, f } = useDeskSpeech();
  const now = useReadOnly();
  const on = now?.on === true;
  const time = endInWords(now?.until, timeZone, f);
  const more = time === undefined ? t.shell.readOnlySoon : t.shell.readOnlyUntil({ time });
  useEffect(() => {
    if (on) announce(`${t.shell.readOnly} ${more}`);
  }, [on, more, t]);
  if (!on) return null;
  return (
    <p className="flex items-center gap-3 bg-heed-tint px-4 py-2 text-small print:hidden">
      <TriangleAlert aria-hidden className="size-5 shrink-0 text-heed" />
      <span>
        <strong>{t.shell.readOnly}</strong> {more}
      </span>
    </p>
  );
}
