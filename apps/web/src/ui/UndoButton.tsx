import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { announce } from './announce.tsx';
import type { ToastWords } from './Toasts.tsx';

/** Said once more when so much is left, for whoever cannot see the seconds run. */
const WARN_SECONDS = 5;

/** Takes back what was done, and shows for how long it still can; then says that it is too late. */
export function UndoButton(props: {
  readonly forMs: number;
  readonly words: Pick<ToastWords, 'undo' | 'tooLate' | 'left'>;
  readonly onUndo: () => void;
}) {
  const { words } = props;
  const [until] = useState(() => performance.now() + props.forMs);
  const [left, setLeft] = useState(Math.ceil(props.forMs / 1000));
  useEffect(() => {
    // The server decides when it is over: this runs on while the toast is kept open by the mouse.
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      setLeft(seconds);
      if (seconds === WARN_SECONDS) announce(words.left(seconds));
      if (seconds === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [until, words]);
  if (left === 0) return <span className="px-3">{words.tooLate}</span>;
  return (
    <Button
      onPress={props.onUndo}
      className="flex min-h-11 shrink-0 cursor-pointer items-center gap-2 rounded-card px-3 font-semibold underline underline-offset-4 hover:bg-[oklch(1_0_0/0.15)] data-focus-visible:outline-3 data-focus-visible:outline-current data-focus-visible:-outline-offset-3"
    >
      {words.undo}
      <span aria-hidden className="numbers w-6 text-right no-underline opacity-80">
        {left}
      </span>
    </Button>
  );
}
