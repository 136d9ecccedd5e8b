import { Search } from 'lucide-react';
import { createContext, type ReactNode, Suspense, use, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { part } from '../../app/part.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

const Palette = part(() => import('./Palette.tsx').then((m) => m.Palette));

const OpenContext = createContext<() => void>(() => undefined);
const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the palette by Ctrl K or ⌘ K from anywhere below, and by `PaletteButton`. */
export function PaletteHost({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const toggle = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpen((is) => !is);
    };
    addEventListener('keydown', toggle);
    return () => removeEventListener('keydown', toggle);
  }, []);
  return (
    <OpenContext value={() => setOpen(true)}>
      {children}
      {open ? (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </OpenContext>
  );
}

export function PaletteButton({ withText }: { readonly withText?: boolean }) {
  const { t } = useDeskSpeech();
  const open = use(OpenContext);
  return (
    <Button
      aria-label={t.palette.openMore({ keys: APPLE ? '⌘ K' : t.palette.keys })}
      onPress={open}
      className="flex min-h-11 min-w-11 shrink-0 cursor-pointer flex-col items-center justify-center gap-0.5 rounded-card text-label font-semibold text-soft hover:bg-sunken hover:text-ink"
    >
      <Search aria-hidden className="size-6" />
      {withText ? <span aria-hidden>{t.palette.open}</span> : null}
    </Button>
  );
}
