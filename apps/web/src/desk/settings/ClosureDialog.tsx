import type { DeskClosure, NewClosure } from '@salon/contracts/desk/settings';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost, deskPut } from '../lib/desk-http.ts';
import { AffectedVisits } from '../set-up/AffectedVisits.tsx';
import { clockOf, minutesOfDay } from '../set-up/time-of-day.ts';
import { type Saving, useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';

type Wish = Omit<NewClosure, 'confirm'>;
type Props = {
  readonly closure: DeskClosure | 'new' | undefined;
  readonly today: string;
  readonly onClose: () => void;
};

/** A closure: a new one, or one that is there. Visits it affects are shown in the same place, before it is saved. */
export function ClosureDialog({ closure, today, onClose }: Props) {
  const { t } = useDeskSpeech();
  const title = closure === 'new' ? t.settings.addClosure : t.settings.changeClosure;
  return (
    <Dialog isOpen={closure !== undefined} onClose={onClose} title={title} close={t.shell.close}>
      {closure ? (
        <ClosureForm closure={closure === 'new' ? undefined : closure} today={today} onClose={onClose} />
      ) : null}
    </Dialog>
  );
}

function ClosureForm(props: { closure: DeskClosure | undefined; today: string; onClose: () => void }) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const { closure } = props;
  const [name, setName] = useState(closure?.name ?? '');
  const [first, setFirst] = useState(closure?.firstDate ?? null);
  const [last, setLast] = useState(closure?.lastDate ?? null);
  const [part, setPart] = useState(closure?.startMinute != null);
  const [span, setSpan] = useState({
    startMinute: closure?.startMinute ?? 12 * 60,
    endMinute: closure?.endMinute ?? 1440,
  });
  const [tried, setTried] = useState(false);
  const at = `/api/desk/${salon.id}/closures`;
  const saving = useSaving<Wish, DeskClosure>({
    send: (wish, confirm) =>
      closure
        ? deskPut(`${at}/${closure.id}`, { ...wish, version: closure.version, confirm })
        : deskPost(at, { ...wish, confirm }),
    onSaved: props.onClose,
  });
  if (saving.affected) return <Affected saving={saving} />;
  const end = last ?? first;
  const wrong = {
    name: /[\p{L}\p{N}]/u.test(name) ? undefined : t.setUp.needed,
    first: first === null ? t.setUp.needed : undefined,
    last: first !== null && end !== null && end < first ? t.setUp.endsBefore : undefined,
    end: part && span.endMinute <= span.startMinute ? t.setUp.endsBefore : undefined,
  };
  const options = minutesOfDay(0).map((minute) => ({ value: String(minute), text: f.clock(clockOf(minute)) }));
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (first === null || end === null || Object.values(wrong).some(Boolean)) return;
        const times = part ? span : { startMinute: null, endMinute: null };
        saving.save({ name: name.trim(), firstDate: first, lastDate: end, ...times });
      }}
    >
      <TextField
        label={t.settings.closureName}
        description={t.settings.closureNameMore}
        name="name"
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
        error={tried ? wrong.name : undefined}
      />
      <div className="grid gap-4 tablet:grid-cols-2">
        <DateField
          label={t.settings.firstDate}
          value={first}
          onChange={setFirst}
          min={closure ? undefined : props.today}
          error={tried ? wrong.first : undefined}
        />
        <DateField
          label={t.settings.lastDate}
          value={end}
          onChange={setLast}
          min={first ?? undefined}
          error={tried ? wrong.last : undefined}
        />
      </div>
      <Switch label={t.settings.partOfDay} on={part} onChange={setPart} />
      {part ? (
        <div className="grid grid-cols-2 gap-4">
          <Select
            label={t.settings.fromTime}
            value={String(span.startMinute)}
            options={options}
            onChange={(value) => setSpan({ ...span, startMinute: Number(value) })}
          />
          <Select
            label={t.settings.toTime}
            value={String(span.endMinute)}
            options={options}
            onChange={(value) => setSpan({ ...span, endMinute: Number(value) })}
            error={tried ? wrong.end : undefined}
          />
        </div>
      ) : null}
      {saving.error ? <DeskProblemNotice error={saving.error} /> : null}
      <Button type="submit" isPending={saving.isPending} className="w-full">
        {t.shell.save}
      </Button>
    </form>
  );
}

function Affected({ saving }: { readonly saving: Saving<Wish> }) {
  const { t } = useDeskSpeech();
  const total = saving.affected?.total ?? 0;
  return (
    <div className="space-y-4" role="alert">
      <p className="font-semibold">{t.setUp.affected({ n: total })}</p>
      <p>{t.setUp.affectedMore}</p>
      <AffectedVisits visits={saving.affected?.visits ?? []} total={total} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="soft" onPress={saving.leave}>
          {t.setUp.leave}
        </Button>
        <Button onPress={saving.confirm} isPending={saving.isPending}>
          {t.setUp.saveAnyway}
        </Button>
      </div>
    </div>
  );
}
