import { useEffect, useMemo } from 'react';
import { Toasts, type ToastWords, undoLast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** Says what was done; Ctrl Z or ⌘ Z takes the last of it back, except where something is being typed. */
export function DeskToasts() {
  const { t } = useDeskSpeech();
  const words = useMemo(
    (): ToastWords => ({ ...t.shell.toasts, left: (n) => t.shell.toasts.left({ n }) }),
    [t.shell.toasts],
  );
  useEffect(() => {
    const undo = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return;
      if (undoLast()) event.preventDefault();
    };
    addEventListener('keydown', undo);
    return () => removeEventListener('keydown', undo);
  }, []);
  return <Toasts words={words} />;
}
