import type { CustomerCard } from '@salon/contracts/desk/customers';
import { Ban, Ellipsis, Merge, Pencil, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { MenuItem, MenuOf } from '../../ui/Menu.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { refusalOf } from '../lib/desk-http.ts';
import { mergePath } from '../lib/paths.ts';
import { BlockDialog } from './BlockDialog.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { useCardWrite } from './use-card-writes.ts';

/** What else can be done with a card: only what her role may. */
export function CardMenu({ card, onEdit }: { readonly card: CustomerCard; readonly onEdit: () => void }) {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  const [open, setOpen] = useState<'block' | 'erase' | null>(null);
  const writing = useCardWrite(card.id);
  const { block, merge, erase } = t.customers;
  const unblock = () =>
    writing.mutate(
      { method: 'POST', to: '/unblock' },
      {
        onSuccess: () => showToast({ text: block.unblocked({ name: card.name }) }),
        onError: (error) => showToast({ text: t.problems[refusalOf(error)?.code ?? 'overloaded'] }),
      },
    );
  return (
    <>
      <MenuOf
        label={t.customers.card.more}
        button={
          <Button look="soft" aria-label={t.customers.card.more} className="size-12 shrink-0 px-0!">
            <Ellipsis aria-hidden className="size-5" />
          </Button>
        }
      >
        <MenuItem icon={Pencil} text={t.customers.card.edit} onAction={onEdit} />
        {can('mergeCustomers') ? (
          <MenuItem icon={Merge} text={merge.action} href={mergePath(salon.slug, card.id)} />
        ) : null}
        {can('blockCustomers') ? (
          card.blocked ? (
            <MenuItem icon={Undo2} text={block.undo} onAction={unblock} />
          ) : (
            <MenuItem icon={Ban} text={block.action} onAction={() => setOpen('block')} />
          )
        ) : null}
        {can('eraseCustomers') ? (
          <MenuItem icon={Trash2} text={erase.action} onAction={() => setOpen('erase')} />
        ) : null}
      </MenuOf>
      {open === 'block' ? <BlockDialog card={card} onClose={() => setOpen(null)} /> : null}
      {open === 'erase' ? <EraseDialog card={card} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
