import type { DeskStation, NewStation } from '@salon/contracts/desk/catalogue';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost, deskPut } from '../lib/desk-http.ts';
import { AffectedInPlace } from '../set-up/AffectedInPlace.tsx';
import { SaveProblem } from '../set-up/SaveProblem.tsx';
import { useSaving } from '../set-up/use-saving.ts';
import { kindOf, kindText } from './station-kind.ts';

type Props = {
  readonly station: DeskStation | NewStation | undefined;
  readonly onClose: () => void;
};

/** A chair or room: a new one, or one that is there. Visits that sit there are shown before it is taken out of use. */
export function StationDialog({ station, onClose }: Props) {
  const { t } = useDeskSpeech();
  const title = station && 'id' in station ? t.catalogue.changeStation : t.catalogue.addStation;
  return (
    <Dialog isOpen={station !== undefined} onClose={onClose} title={title} close={t.shell.close}>
      {station ? <StationForm station={station} onClose={onClose} /> : null}
    </Dialog>
  );
}

function StationForm({ station, onClose }: Props & { readonly station: DeskStation | NewStation }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const [wish, setWish] = useState<NewStation>({
    kind: kindText(t, station.kind),
    name: station.name,
    active: station.active,
  });
  const [tried, setTried] = useState(false);
  const at = `/api/desk/${salon.id}/stations`;
  const saving = useSaving<NewStation, DeskStation>({
    send: (sent, confirm) =>
      'id' in station
        ? deskPut(`${at}/${station.id}`, { ...sent, version: station.version, confirm })
        : deskPost(at, sent),
    onSaved: onClose,
  });
  const showCurrent = () => {
    saving.readAnew();
    onClose();
  };
  if (saving.affected) return <AffectedInPlace saving={saving} />;
  const needed = (text: string) => (tried && !/[\p{L}\p{N}]/u.test(text) ? t.setUp.needed : undefined);
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const texts = [wish.name, wish.kind];
        if (texts.every((text) => /[\p{L}\p{N}]/u.test(text))) {
          saving.save({ ...wish, name: wish.name.trim(), kind: kindOf(t, wish.kind.trim()) });
        }
      }}
    >
      <TextField
        label={t.catalogue.stationName}
        description={t.catalogue.stationNameMore}
        name="name"
        value={wish.name}
        onChange={(name) => setWish({ ...wish, name })}
        maxLength={60}
        autoFocus
        error={needed(wish.name)}
      />
      <TextField
        label={t.catalogue.stationKind}
        description={t.catalogue.stationKindMore}
        name="kind"
        value={wish.kind}
        onChange={(kind) => setWish({ ...wish, kind })}
        maxLength={40}
        error={needed(wish.kind)}
      />
      <Switch label={t.catalogue.active} on={wish.active} onChange={(active) => setWish({ ...wish, active })} />
      <SaveProblem saving={saving} onShowCurrent={showCurrent} />
      <Button type="submit" isPending={saving.isPending} className="w-full">
        {t.shell.save}
      </Button>
    </form>
  );
}
