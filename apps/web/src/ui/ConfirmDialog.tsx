import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './Button.tsx';

/** Asks before what cannot be undone, by naming what will go. The way back has the focus. */
export function ConfirmDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Says what it does: "Zugang entfernen". */
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly isPending?: boolean;
}) {
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      className="fixed inset-0 z-40 flex items-end justify-center dims tablet:items-center tablet:p-6"
    >
      <Modal className="max-h-[92dvh] w-full max-w-md overflow-y-auto rounded-t-card bg-surface pb-[env(safe-area-inset-bottom)] shadow-float tablet:rounded-card">
        <AriaDialog role="alertdialog" className="space-y-4 p-5 outline-none">
          <Heading slot="title" className="text-title font-semibold">
            {props.title}
          </Heading>
          <div className="space-y-3">{props.children}</div>
          <div className="flex flex-wrap justify-end gap-3 pt-2">
            <Button look="soft" autoFocus onPress={props.onClose}>
              {props.cancel}
            </Button>
            <Button look="danger" onPress={props.onConfirm} isPending={props.isPending ?? false}>
              {props.confirm}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
