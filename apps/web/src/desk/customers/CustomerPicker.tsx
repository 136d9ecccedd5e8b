import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { customersQuery } from './customers.queries.ts';
import { NewCustomerFields } from './NewCustomerFields.tsx';
import { PickedCard } from './PickedCard.tsx';
import { newFrom, type Picked } from './picked.ts';

/** Those offered below the field. */
const OFFERED = 8;
const AS_NEW = 'new';
const WALK_IN = 'walk-in';

/**
 * Whom a visit is for: found by typing a name, a number or an address, somebody new, or a walk-in. `error` is what is
 * missing, in a sentence.
 */
export function CustomerPicker(props: {
  readonly value: Picked | null;
  readonly onChange: (picked: Picked | null) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  /** Without it nobody can be chosen who has no card. */
  readonly newOnes?: boolean;
  readonly label?: string;
}) {
  const { value, onChange, newOnes = true } = props;
  if (value?.kind === 'new') {
    return <NewCustomerFields value={value} onChange={onChange} error={props.error} onBack={() => onChange(null)} />;
  }
  if (value !== null) return <PickedCard value={value} onChange={() => onChange(null)} />;
  return <Search {...props} newOnes={newOnes} />;
}

function Search(props: {
  readonly onChange: (picked: Picked | null) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly newOnes: boolean;
  readonly label?: string;
}) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { data } = useQuery(customersQuery(salon.id, search, OFFERED));
  const customers = data?.customers ?? [];
  const options = customers.map((one) => ({
    value: one.id,
    text: one.name,
    more: [one.phone, one.email].filter(Boolean).join('\u00a0· ') || undefined,
  }));
  // In the list and not below it: the list lies over what is below.
  if (props.newOnes && search === '') {
    options.unshift({ value: WALK_IN, text: t.customers.picker.walkIn, more: t.customers.picker.walkInMore });
  }
  if (props.newOnes && search !== '') {
    options.push({
      value: AS_NEW,
      text: t.customers.picker.asNew({ typed: search }),
      more: t.customers.picker.asNewMore,
    });
  }
  return (
    <ComboBox
      label={props.label ?? t.customers.picker.label}
      placeholder={t.customers.search}
      options={options}
      typed={typed}
      onType={setTyped}
      value={null}
      onChange={(id) => {
        if (id === AS_NEW) props.onChange(newFrom(search));
        if (id === WALK_IN) props.onChange({ kind: 'walkIn' });
        const customer = customers.find((one) => one.id === id);
        if (customer) props.onChange({ kind: 'card', customer });
      }}
      nothing={search === '' ? t.customers.picker.nothing : t.customers.nobody}
      error={props.error}
      {...(props.autoFocus ? { autoFocus: true } : {})}
    />
  );
}
