import type { CustomerCard, Formula } from '@salon/contracts/desk/customers';
import { useState } from 'react';
import { wallClock } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { useCardWrite } from './use-card-writes.ts';

/** Notes a formula, or mends one. */
export function FormulaFields(props: {
  readonly card: CustomerCard;
  readonly formula?: Formula;
  readonly onDone: () => void;
}) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { card, formula, onDone } = props;
  const words = t.customers.formulas;
  const [mixedOn, setMixedOn] = useState<string | null>(formula?.mixedOn ?? wallClock(salon.timezone, Date.now()).date);
  const [text, setText] = useState(formula?.formula ?? '');
  const [checked, setChecked] = useState(false);
  const writing = useCardWrite(card.id);
  const save = () => {
    setChecked(true);
    if (text.trim() === '' || mixedOn === null) return;
    const body = { mixedOn, formula: text.trim() };
    writing.mutate(
      formula ? { method: 'PUT', to: `/formulas/${formula.id}`, body } : { method: 'POST', to: '/formulas', body },
      {
        onSuccess: () => {
          showToast({ text: words.saved });
          onDone();
        },
      },
    );
  };
  return (
    <div className="space-y-4">
      <DateField label={words.mixedOn} value={mixedOn} onChange={setMixedOn} />
      <TextField
        name="formula"
        label={words.formula}
        description={words.placeholder}
        value={text}
        onChange={setText}
        lines={3}
        maxLength={5000}
        autoCapitalize="none"
        error={checked && text.trim() === '' ? words.missing : undefined}
      />
      {writing.error ? <DeskProblemNotice error={writing.error} retry={save} /> : null}
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="soft" onPress={onDone}>
          {t.shell.cancel}
        </Button>
        <Button onPress={save} isPending={writing.isPending}>
          {writing.isPending ? t.shell.saving : t.shell.save}
        </Button>
      </div>
    </div>
  );
}
