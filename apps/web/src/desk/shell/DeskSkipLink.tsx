import { CONTENT } from '../../ui/Page.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** For keyboards: past the areas, to what the page is about. */
export function DeskSkipLink() {
  const { t } = useDeskSpeech();
  return (
    <a
      href={`#${CONTENT}`}
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-card focus:bg-accent focus:px-4 focus:py-3 focus:font-semibold focus:text-on-accent"
    >
      {t.shell.skip}
    </a>
  );
}
