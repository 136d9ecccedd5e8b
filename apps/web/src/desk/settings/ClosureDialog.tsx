import type { DeskClosure, NewClosure } from '@salon/contracts/desk/settings';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost, deskPut } from '../lib/desk-http.ts';
import { AffectedInPlace } from '../set-up/AffectedInPlace.tsx';
import { focusWrong } from '../set-up/focus-wrong.ts';
import { SaveProblem } from '../set-up/SaveProblem.tsx';
import { SomeDaysFields } from '../set-up/SomeDaysFields.tsx';
import { useSomeDays } from '../set-up/some-days.ts';
import { useSaving } from '../set-up/use-saving.ts';

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
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { closure } = props;
  const [name, setName] = useState(closure?.name ?? '');
  const days = useSomeDays({ known: closure, usualEnd: 1440 });
  const [tried, setTried] = useState(false);
  const at = `/api/desk/${salon.id}/closures`;
  const saving = useSaving<Wish, DeskClosure>({
    send: (wish, confirm) =>
      closure
        ? deskPut(`${at}/${closure.id}`, { ...wish, version: closure.version, confirm })
        : deskPost(at, { ...wish, confirm }),
    onSaved: props.onClose,
  });
  const showCurrent = () => {
    saving.readAnew();
    props.onClose();
  };
  if (saving.affected) return <AffectedInPlace saving={saving} />;
  const wrongName = /[\p{L}\p{N}]/u.test(name) ? undefined : t.setUp.needed;
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrongName && days.days) saving.save({ name: name.trim(), ...days.days });
        else focusWrong(event.currentTarget, () => setTried(true));
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
        error={tried ? wrongName : undefined}
      />
      <SomeDaysFields days={days} min={closure ? undefined : props.today} tried={tried} />
      <SaveProblem saving={saving} onShowCurrent={showCurrent} />
      <Button type="submit" isPending={saving.isPending} className="w-full">
        {t.shell.save}
      </Button>
    </form>
  );
}
