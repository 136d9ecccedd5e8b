import { useEffect, useRef, useState } from 'react';

export const SHEET_ID = 'basket';

/** A sheet that opens from a button: Escape closes it, and so does going on elsewhere, by finger or by keyboard. */
export function useSheet() {
  const [open, setOpen] = useState(false);
  /** Button and sheet. */
  const within = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && target.isConnected && !within.current?.contains(target)) setOpen(false);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  return {
    open,
    within,
    close,
    /** What makes a button the one that opens it. */
    opener: {
      ref: button,
      'aria-expanded': open,
      'aria-controls': open ? SHEET_ID : undefined,
      onClick: () => setOpen(!open),
    },
  };
}
