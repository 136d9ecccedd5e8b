import type { CustomerCard } from '@salon/contracts/desk/customers';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { isRefused } from '../lib/desk-http.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { customerQuery } from './customers.queries.ts';
import { DetailsFields } from './DetailsFields.tsx';
import { changedDetails, detailsOf, wrongDetails } from './details.ts';
import { useCardWrite } from './use-card-writes.ts';

/** Notes and details, and the same as fields where they are edited. */
export function CardDetails(props: {
  readonly card: CustomerCard;
  readonly editing: boolean;
  readonly onEdit: (editing: boolean) => void;
}) {
  const { t } = useDeskSpeech();
  const { card } = props;
  if (props.editing) return <Editor card={card} onDone={() => props.onEdit(false)} />;
  return (
    <Panel
      title={t.customers.card.notes}
      actions={
        <Button look="plain" onPress={() => props.onEdit(true)} className="-my-2.5">
          {t.customers.card.edit}
        </Button>
      }
    >
      {card.notes ? (
        <p className="whitespace-pre-line">{card.notes}</p>
      ) : (
        <p className="text-soft">{t.customers.card.noNotes}</p>
      )}
    </Panel>
  );
}

function Editor({ card, onDone }: { readonly card: CustomerCard; readonly onDone: () => void }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const queries = useQueryClient();
  // What was there when the editing began: what others change meanwhile is not overwritten by it.
  const [before, setBefore] = useState(card);
  const [value, setValue] = useState(() => detailsOf(card));
  const [checked, setChecked] = useState(false);
  const writing = useCardWrite(card.id);
  const taken = isRefused(writing.error, 'in_use');
  const stale = isRefused(writing.error, 'version_conflict');

  const save = () => {
    setChecked(true);
    const wrong = wrongDetails(value);
    if (wrong.name || wrong.email) return;
    const changes = changedDetails(detailsOf(before), value);
    if (Object.keys(changes).length === 0) return onDone();
    writing.mutate(
      { method: 'PATCH', to: '', body: { ...changes, version: before.version } },
      {
        onSuccess: () => {
          showToast({ text: t.customers.card.saved });
          onDone();
        },
      },
    );
  };
  const loadNew = async () => {
    const changes = changedDetails(detailsOf(before), value);
    const now = await queries.fetchQuery({ ...customerQuery(salon.id, card.id), staleTime: 0 });
    const typed = Object.fromEntries(Object.entries(changes).map(([field, text]) => [field, text ?? '']));
    setBefore(now);
    setValue({ ...detailsOf(now), ...typed });
    writing.reset();
  };

  return (
    <Panel title={t.customers.card.details}>
      <DetailsFields
        value={value}
        onChange={(next) => {
          if (taken && next.email !== value.email) writing.reset();
          setValue(next);
        }}
        checked={checked}
        emailTaken={taken}
      />
      {stale ? (
        <Notice urgent tone="heed" title={t.customers.card.changedMeanwhile}>
          <p>{t.customers.card.changedMeanwhileMore}</p>
          <Button look="soft" onPress={() => void loadNew()}>
            {t.customers.card.loadNew}
          </Button>
        </Notice>
      ) : null}
      {writing.error && !taken && !stale ? <DeskProblemNotice error={writing.error} retry={save} /> : null}
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="soft" onPress={onDone}>
          {t.shell.cancel}
        </Button>
        <Button onPress={save} isPending={writing.isPending}>
          {writing.isPending ? t.shell.saving : t.shell.save}
        </Button>
      </div>
    </Panel>
  );
}
