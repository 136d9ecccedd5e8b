import { useEffect, useRef } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { endInWords, useReadOnly } from '../../lib/read-only.ts';
import { announce } from '../../ui/announce.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Says that nothing can be booked just now, and until about when; and once it is over, that it goes on. */
export function ReadOnlyBanner({ timeZone }: { readonly timeZone: string }) {
  const { t, f } = useSpeech();
  const now = useReadOnly();
  const on = now?.on === true;
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !on) announce(t.shell.readOnlyOver);
    was.current = on;
  }, [on, t]);
  if (!on) return null;
  const time = endInWords(now.until, timeZone, f);
  return (
    <div className="pb-4">
      <Notice tone="heed" title={t.shell.readOnly}>
        <p>{time === undefined ? t.shell.readOnlySoon : t.shell.readOnlyUntil({ time })}</p>
      </Notice>
    </div>
  );
}
