import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { PaletteButton } from '../palette/PaletteHost.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { AreaLink } from './AreaLink.tsx';
import { AREAS } from './areas.ts';

/** On a desk: the areas at the left, whoever works here at its foot. */
export function Rail() {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  return (
    <div className="sticky top-0 hidden h-dvh w-24 shrink-0 flex-col gap-2 border-line border-r bg-surface p-2 desk:flex print:hidden">
      <nav aria-label={t.shell.menu} className="flex flex-1 flex-col gap-1 overflow-y-auto">
        {AREAS.filter(({ right }) => can(right)).map(({ path, icon, name }) => (
          <AreaLink key={path(salon.slug)} href={path(salon.slug)} icon={icon} text={name(t)} />
        ))}
      </nav>
      <PaletteButton withText />
      <AccountMenu placement="right bottom" />
    </div>
  );
}
