import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';

/** What is seldom wanted: a button, and what it is about once it was pressed. */
export function Unfold({ button, children }: { readonly button: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button look="soft" onPress={() => setOpen(true)}>
        {button}
      </Button>
    );
  }
  return (
    <div
      className="space-y-5"
      ref={(box) => {
        // The button that had the focus is gone; what came in its place goes on from there.
        if (document.activeElement === document.body) box?.querySelector('input')?.focus();
      }}
    >
      {children}
    </div>
  );
}
