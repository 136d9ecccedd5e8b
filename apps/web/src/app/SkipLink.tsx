import { useSpeech } from '../i18n/Speech.tsx';
import { CONTENT } from '../ui/Page.tsx';

/** For keyboards: past the head, to what the page is about. */
export function SkipLink() {
  const { t } = useSpeech();
  return (
    <a
      href={`#${CONTENT}`}
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-30 focus:rounded-card focus:bg-accent focus:px-4 focus:py-3 focus:font-semibold focus:text-on-accent"
    >
      {t.shell.skip}
    </a>
  );
}
