import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { AreaLink } from './AreaLink.tsx';
import { AREAS } from './areas.ts';

/** On a phone and a tablet: the areas at the bottom, where the thumb is. */
export function TabBar() {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  return (
    <nav
      aria-label={t.shell.menu}
      className="fixed inset-x-0 bottom-0 z-20 flex h-[var(--desk-tabs)] border-line *:min-w-11 *:flex-auto *:px-1 border-t bg-surface px-1 pb-[env(safe-area-inset-bottom)] desk:hidden print:hidden"
    >
      {AREAS.filter(({ right }) => can(right)).map(({ path, icon, name }) => (
        <AreaLink key={path(salon.slug)} href={path(salon.slug)} icon={icon} text={name(t)} />
      ))}
    </nav>
  );
}
