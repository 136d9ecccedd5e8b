import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

/**
 * Something that has to be settled before all else: on a phone from below, else in the middle. Escape and a press beside
 * it close it, and what had the focus gets it back. Never one on another.
 */
export function Dialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What the cross is called. */
  readonly close: string;
  readonly children: ReactNode;
  /** Its buttons; they stay in sight. */
  readonly foot?: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      isDismissable
      className="fixed inset-0 z-40 flex items-end justify-center dims tablet:items-center tablet:p-6"
    >
      <Modal className="flex max-h-[92dvh] w-full max-w-lg flex-col overflow-hidden rounded-t-card bg-surface pb-[env(safe-area-inset-bottom)] shadow-float tablet:rounded-card">
        <AriaDialog className="flex min-h-0 flex-col outline-none low:block low:overflow-y-auto">
          <header className="flex items-start justify-between gap-3 px-5 pt-4 pb-2">
            <Heading slot="title" className="min-w-0 pt-1.5 text-title font-semibold">
              {props.title}
            </Heading>
            <Button
              slot="close"
              aria-label={props.close}
              className="-mr-2 flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card text-soft hover:bg-sunken"
            >
              <X aria-hidden className="size-5" />
            </Button>
          </header>
          <div className="min-h-0 space-y-4 overflow-y-auto px-5 pb-5 low:overflow-visible">{props.children}</div>
          {props.foot ? (
            <footer className="flex flex-wrap justify-end gap-3 border-line border-t px-5 py-4">{props.foot}</footer>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
