import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { UndoButton } from './UndoButton.tsx';

export type Toast = {
  /** What was done, in a sentence. */
  readonly text: string;
  readonly undo?: {
    /** How long it can be undone from now. */
    readonly forMs: number;
    readonly run: () => void;
  };
};

/** Words of the toasts; they have none of their own. */
export type ToastWords = {
  readonly region: string;
  readonly close: string;
  readonly undo: string;
  readonly tooLate: string;
  readonly left: (seconds: number) => string;
};

/** Long enough to be read twice. */
const SHOWN_MS = 7_000;
const MOST_AT_ONCE = 3;
const queue = new ToastQueue<Toast>({ maxVisibleToasts: MOST_AT_ONCE });

/**
 * Says that something was done, beside the page, and goes by itself; while the mouse or the focus is on it, it stays.
 * Returns what takes it away before, for when what it says no longer holds.
 */
export function showToast(toast: Toast): () => void {
  const key = queue.add(toast, { timeout: toast.undo?.forMs ?? SHOWN_MS });
  return () => queue.close(key);
}

/** Undoes what was done last, if it still can be; says whether there was something. For Ctrl Z. */
export function undoLast(): boolean {
  const newest = queue.visibleToasts.find(({ content }) => content.undo !== undefined);
  if (newest === undefined) return false;
  newest.content.undo?.run();
  queue.close(newest.key);
  return true;
}

/** Where toasts appear; stands once on the page. F6 leads there. */
export function Toasts({ words }: { readonly words: ToastWords }) {
  return (
    <ToastRegion
      queue={queue}
      aria-label={words.region}
      // On a phone a dialog comes from below, in a low window it fills it: what is said then stands above it, not on its buttons.
      className="fixed inset-x-4 bottom-[calc(var(--desk-bottom,0px)+1rem)] z-50 mx-auto flex max-w-md flex-col-reverse gap-2 outline-none print:hidden max-tablet:in-[html:has(.dims.items-end)]:top-[calc(env(safe-area-inset-top)+0.25rem)] max-tablet:in-[html:has(.dims.items-end)]:bottom-auto low:in-[html:has(.dims.items-end)]:top-1 low:in-[html:has(.dims.items-end)]:bottom-auto"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="flex min-h-14 items-center gap-3 rounded-card bg-ink py-1.5 pr-1.5 pl-4 text-ground shadow-float outline-none data-focus-visible:outline-3 data-focus-visible:outline-focus data-focus-visible:outline-offset-2"
        >
          <ToastContent className="min-w-0 flex-1">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo ? (
            <UndoButton
              forMs={toast.content.undo.forMs}
              words={words}
              onUndo={() => {
                toast.content.undo?.run();
                queue.close(toast.key);
              }}
            />
          ) : null}
          <Button
            slot="close"
            aria-label={words.close}
            className="flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card hover:bg-[oklch(1_0_0/0.15)] data-focus-visible:outline-3 data-focus-visible:outline-current data-focus-visible:-outline-offset-3"
          >
            <X aria-hidden className="size-5" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
