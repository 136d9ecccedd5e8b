import { useDesk } from '../lib/desk.ts';
import { PaletteButton } from '../palette/PaletteHost.tsx';
import { AccountMenu } from './AccountMenu.tsx';

/** On a phone and a tablet: whose desk this is, and whoever works at it. */
export function TopBar() {
  const { salon } = useDesk();
  return (
    <div className="sticky top-0 z-20 flex h-[var(--desk-top)] items-center justify-between gap-2 border-line border-b bg-surface pt-[env(safe-area-inset-top)] pr-2 pl-4 desk:hidden print:hidden">
      <span className="min-w-0 truncate font-semibold">{salon.name}</span>
      <div className="flex items-center gap-1">
        <PaletteButton />
        <AccountMenu placement="bottom end" />
      </div>
    </div>
  );
}
