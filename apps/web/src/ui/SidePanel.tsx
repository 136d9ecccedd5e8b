import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMedia } from './use-media.ts';

type Props = {
  readonly title: string;
  /** What the cross is called. */
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Its buttons; they stay in sight. */
  readonly foot?: ReactNode;
};

/**
 * What belongs to something chosen on the page: beside it where there is room, so that the page stays in use; over the
 * whole of a phone. It takes the focus when it comes, gives it back when it goes, and Escape closes it. It stands in a
 * flex row, after what it belongs to.
 */
export function SidePanel(props: Props) {
  const beside = useMedia('(min-width: 62rem)');
  return beside ? <Beside {...props} /> : <Above {...props} />;
}

function Beside(props: Props) {
  const title = useId();
  const panel = useRef<HTMLElement>(null);
  const [before] = useState(opener);
  useEffect(() => {
    const own = panel.current;
    // A field in it that asks for the focus has it by now.
    if (!own?.contains(document.activeElement)) own?.focus({ preventScroll: true });
    return () => {
      // Whoever has gone elsewhere meanwhile stays there.
      const lost = document.activeElement === document.body || own?.contains(document.activeElement);
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [before]);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // That was for its list.
        if (event.target instanceof Element && event.target.matches('[role="combobox"][aria-expanded="true"]')) return;
        event.stopPropagation();
        props.onClose();
      }}
      className="sticky top-0 flex max-h-dvh w-[26rem] shrink-0 flex-col self-stretch border-line border-l bg-surface print:hidden"
    >
      <PanelHead {...props} id={title} />
      <PanelBody {...props} />
    </aside>
  );
}

/** What had the focus; where that is in a menu, which closes, its button. */
function opener(): Element | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  return menu ? document.querySelector(`[aria-controls="${menu.id}"]`) : active;
}

function Above(props: Props) {
  const title = useId();
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      className="fixed inset-0 z-30 bg-surface"
    >
      <Modal className="h-full">
        <AriaDialog
          aria-labelledby={title}
          className="mx-auto flex h-full max-w-2xl flex-col pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)] outline-none"
        >
          <PanelHead {...props} id={title} />
          <PanelBody {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function PanelHead({ id, title, close, onClose }: Props & { readonly id: string }) {
  return (
    <header className="flex items-start justify-between gap-3 px-5 pt-3 pb-2">
      <h2 id={id} className="min-w-0 pt-1.5 text-title font-semibold">
        {title}
      </h2>
      <AriaButton
        slot={null}
        aria-label={close}
        onPress={onClose}
        className="-mr-2 flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card text-soft hover:bg-sunken"
      >
        <X aria-hidden className="size-5" />
      </AriaButton>
    </header>
  );
}

/** In a low window (at 200 %) the foot goes along with the rest, or it would leave no room for it. */
function PanelBody({ children, foot }: Props) {
  return (
    <div className="flex min-h-0 flex-1 flex-col low:block low:overflow-y-auto">
      <div className="min-h-0 flex-1 space-y-5 overflow-y-auto px-5 pb-6 low:overflow-visible">{children}</div>
      {foot ? <footer className="flex flex-wrap gap-3 border-line border-t px-5 py-3">{foot}</footer> : null}
    </div>
  );
}
