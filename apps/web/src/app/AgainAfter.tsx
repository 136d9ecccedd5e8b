import { useSpeech } from '../i18n/Speech.tsx';
import { secondsToWait } from '../lib/http.ts';

/** When the page will ask again by itself, where it has been asked to wait. */
export function AgainAfter({ error }: { readonly error: unknown }) {
  const { t } = useSpeech();
  const seconds = secondsToWait(error);
  if (seconds === undefined) return null;
  return <p className="numbers">{t.shell.againAfter({ time: t.shell.seconds({ n: seconds }) })}</p>;
}
