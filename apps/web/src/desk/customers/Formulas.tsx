import type { CustomerCard, Formula } from '@salon/contracts/desk/customers';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { FormulaFields } from './FormulaFields.tsx';
import { useCardWrite } from './use-card-writes.ts';

/** How long a formula just removed can be put back. */
const UNDO_MS = 10_000;

/** What was mixed for her, the newest first. */
export function Formulas({ card }: { readonly card: CustomerCard }) {
  const { t } = useDeskSpeech();
  const [open, setOpen] = useState<Formula | 'new' | null>(null);
  const words = t.customers.formulas;
  return (
    <Panel
      title={words.title}
      actions={
        open === 'new' ? null : (
          <Button look="plain" onPress={() => setOpen('new')} className="-my-2.5">
            {words.add}
          </Button>
        )
      }
    >
      {open === 'new' ? <FormulaFields card={card} onDone={() => setOpen(null)} /> : null}
      {card.formulas.length === 0 && open !== 'new' ? <p className="text-soft">{words.none}</p> : null}
      {card.formulas.length > 0 ? (
        <ul className="divide-y divide-line">
          {card.formulas.map((formula) => (
            <li key={formula.id} className="py-3 first:pt-0 last:pb-0">
              {open !== 'new' && open?.id === formula.id ? (
                <FormulaFields card={card} formula={formula} onDone={() => setOpen(null)} />
              ) : (
                <Line card={card} formula={formula} onEdit={() => setOpen(formula)} />
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}

function Line(props: { readonly card: CustomerCard; readonly formula: Formula; readonly onEdit: () => void }) {
  const { t, f } = useDeskSpeech();
  const { card, formula } = props;
  const words = t.customers.formulas;
  const writing = useCardWrite(card.id);
  const day = f.day(formula.mixedOn);
  const { mixedOn, formula: text } = formula;
  const remove = () =>
    writing.mutate(
      { method: 'DELETE', to: `/formulas/${formula.id}` },
      {
        onSuccess: () =>
          showToast({
            text: words.removed,
            undo: {
              forMs: UNDO_MS,
              run: () => writing.mutate({ method: 'POST', to: '/formulas', body: { mixedOn, formula: text } }),
            },
          }),
      },
    );
  return (
    <div className="space-y-1">
      <p className="numbers text-small text-soft">
        {day}
        {formula.staff ? ` · ${formula.staff}` : ''}
      </p>
      <p className="whitespace-pre-line font-semibold">{text}</p>
      <div className="flex flex-wrap gap-x-6">
        <Button look="plain" onPress={props.onEdit} aria-label={words.editOf({ day })}>
          {words.edit}
        </Button>
        <Button look="plain" onPress={remove} isPending={writing.isPending} aria-label={words.removeOf({ day })}>
          {words.remove}
        </Button>
      </div>
      {writing.error ? <DeskProblemNotice error={writing.error} retry={remove} /> : null}
    </div>
  );
}
