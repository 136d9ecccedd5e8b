import type { CustomerCard } from '@salon/contracts/desk/customers';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost, isRefused } from '../lib/desk-http.ts';
import { customerPath } from '../lib/paths.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { customerQuery, customersKey, customersUrl } from './customers.queries.ts';
import { DetailsFields } from './DetailsFields.tsx';
import { changedDetails, type Details, wrongDetails } from './details.ts';
import { newFrom } from './picked.ts';

const NOTHING: Details = { name: '', email: '', phone: '', notes: '', allergies: '' };

/** Writes a new card, beginning with what was sought, and opens it. */
export function NewCustomerDialog(props: { readonly typed: string; readonly onClose: () => void }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { name, email, phone } = newFrom(props.typed);
  const [value, setValue] = useState<Details>({ ...NOTHING, name, email, phone });
  const [checked, setChecked] = useState(false);
  const adding = useMutation({
    mutationFn: (details: Details) => deskPost<CustomerCard>(customersUrl(salon.id), changedDetails(NOTHING, details)),
    onSuccess: (card) => {
      queries.setQueryData(customerQuery(salon.id, card.id).queryKey, card);
      void queries.invalidateQueries({ queryKey: [...customersKey(salon.id), 'list'] });
      showToast({ text: t.customers.card.added });
      navigate(customerPath(salon.slug, card.id));
    },
  });
  const taken = isRefused(adding.error, 'in_use');
  const save = () => {
    setChecked(true);
    const wrong = wrongDetails(value);
    if (!wrong.name && !wrong.email) adding.mutate(value);
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t.customers.add}
      close={t.shell.close}
      foot={
        <>
          <Button look="soft" onPress={props.onClose}>
            {t.shell.cancel}
          </Button>
          <Button onPress={save} isPending={adding.isPending}>
            {adding.isPending ? t.shell.saving : t.shell.save}
          </Button>
        </>
      }
    >
      <DetailsFields
        value={value}
        onChange={(next) => {
          if (next.email !== value.email && taken) adding.reset();
          setValue(next);
        }}
        checked={checked}
        emailTaken={taken}
      />
      {adding.error && !taken ? <DeskProblemNotice error={adding.error} /> : null}
    </Dialog>
  );
}
