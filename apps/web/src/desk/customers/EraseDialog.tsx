import type { CustomerCard, ErasePreview } from '@salon/contracts/desk/customers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost } from '../lib/desk-http.ts';
import { customersPath } from '../lib/paths.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { customersKey, customersUrl, eraseQuery } from './customers.queries.ts';
import { when } from './when.ts';

/** Names what goes, has a word typed, and only then erases. */
export function EraseDialog({ card, onClose }: { readonly card: CustomerCard; readonly onClose: () => void }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const words = t.customers.erase;
  const { data, error, refetch } = useQuery(eraseQuery(salon.id, card.id));
  const [typed, setTyped] = useState('');
  const [cancelFuture, setCancelFuture] = useState(false);
  const erasing = useMutation({
    mutationFn: (version: number) => deskPost(customersUrl(salon.id, `/${card.id}/erase`), { version, cancelFuture }),
    onSuccess: () => {
      showToast({ text: words.done });
      navigate(customersPath(salon.slug), { replace: true });
      // Nothing of her stays on this device either.
      queries.removeQueries({ queryKey: customersKey(salon.id) });
      void queries.invalidateQueries({ queryKey: ['desk', salon.id] });
    },
  });
  const ready =
    data !== undefined && typed.trim().toLowerCase() === words.word && (data.upcoming.length === 0 || cancelFuture);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title({ name: card.name })}
      close={t.shell.close}
      foot={
        <>
          <Button look="soft" onPress={onClose}>
            {t.shell.cancel}
          </Button>
          <Button
            look="danger"
            isDisabled={!ready}
            onPress={() => (data ? erasing.mutate(data.version) : undefined)}
            isPending={erasing.isPending}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      {error ? <DeskProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data ? <WhatGoes preview={data} cancelFuture={cancelFuture} onCancelFuture={setCancelFuture} /> : null}
      {data || error ? null : <Waiting className="h-24" />}
      <p className="font-semibold">{t.customers.merge.final}</p>
      <TextField
        name="confirm"
        label={words.type({ word: words.word })}
        value={typed}
        onChange={setTyped}
        autoCapitalize="none"
      />
      {erasing.error ? <DeskProblemNotice error={erasing.error} /> : null}
    </Dialog>
  );
}

function WhatGoes(props: {
  readonly preview: ErasePreview;
  readonly cancelFuture: boolean;
  readonly onCancelFuture: (cancel: boolean) => void;
}) {
  const speech = useDeskSpeech();
  const words = speech.t.customers.erase;
  const { visits, formulas, upcoming } = props.preview;
  return (
    <>
      <p>{words.goes}</p>
      <ul className="list-disc space-y-1 pl-5">
        <li>{words.details}</li>
        {formulas > 0 ? <li>{words.formulas({ n: formulas })}</li> : null}
        {visits > 0 ? <li>{words.visits({ n: visits })}</li> : null}
        <li>{words.mails}</li>
      </ul>
      {upcoming.length > 0 ? (
        <div className="space-y-2 rounded-card bg-heed-tint p-4">
          <p className="font-semibold">{words.upcoming({ n: upcoming.length })}</p>
          <ul className="numbers">
            {upcoming.map((visit) => (
              <li key={visit.id}>
                {when(visit.startsAt, speech)}, {visit.items.map((item) => item.service).join(', ')}
              </li>
            ))}
          </ul>
          <Checkbox
            label={words.cancelFuture}
            description={words.cancelFutureMore}
            checked={props.cancelFuture}
            onChange={props.onCancelFuture}
          />
        </div>
      ) : null}
    </>
  );
}
