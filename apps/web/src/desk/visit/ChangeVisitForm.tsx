import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DraftFields } from './DraftFields.tsx';
import { type Draft, draftOf, shifted, wishes } from './draft.ts';
import { drawnVisit } from './drawn-visit.ts';
import { mailMatters } from './mail-matters.ts';
import { StationFields } from './StationFields.tsx';
import { namedStations, type StationChoice, stationNeeds } from './station-choice.ts';
import { useTeam } from './use-team.ts';
import { useVisitWrites } from './use-visit-writes.ts';
import { useWriting } from './use-writing.ts';
import { WhenFields } from './WhenFields.tsx';
import { WritingState } from './WritingState.tsx';

/** The form of `ChangeVisit`. What it was when it was opened is what is changed: somebody else's change is not written over. */
export function ChangeVisitForm(props: {
  readonly visit: DeskVisit;
  readonly catalogue: CatalogueAnswer;
  readonly onBack: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { catalogue } = props;
  const words = t.visit.form;
  const team = useTeam(catalogue);
  const writes = useVisitWrites();
  const [visit] = useState(props.visit);
  const [draft, setDraft] = useState(() => draftOf(visit));
  const [note, setNote] = useState(visit.note ?? '');
  const [guest, setGuest] = useState(visit.guestName ?? '');
  const [chosen, setChosen] = useState<StationChoice>({});
  const [mail, setMail] = useState(true);
  const has = visit.stations.map(({ stationId }) => stationId);
  const needs = stationNeeds(draft, catalogue, has);
  const drawn = {
    ...drawnVisit(visit, draft, { timeZone: salon.timezone, staffName: team.nameOf }),
    ...{ note: note.trim() || null, guestName: guest.trim() || null },
  };
  const matters = mailMatters(visit, drawn, Date.now());
  const writing = useWriting((against) => {
    const body = {
      ...{ items: wishes(draft, salon.timezone), note: drawn.note, guestName: drawn.guestName },
      ...{ ...namedStations(needs, chosen), notify: mail && matters, ...against },
    };
    return writes.change(visit, body, drawn);
  }, props.onBack);
  const change = (next: Draft) => {
    setDraft(next);
    writing.forget();
  };
  return (
    <SidePanel
      title={words.changeTitle}
      close={t.shell.close}
      onClose={props.onClose}
      foot={
        <>
          <WritingState writing={writing} />
          <Button className="flex-1" onPress={writing.send} isPending={writing.isPending}>
            {writing.isPending ? words.saving : words.save}
          </Button>
          <Button look="soft" onPress={props.onBack}>
            {t.shell.back}
          </Button>
        </>
      }
    >
      <WhenFields at={draft.start} onChange={(start) => change(shifted(draft, start))} />
      <section className="space-y-2">
        <h3 className="font-semibold">{words.services}</h3>
        <DraftFields draft={draft} catalogue={catalogue} staffId={null} minutes={null} onChange={change} />
      </section>
      <StationFields
        needs={needs}
        chosen={chosen}
        onChange={(next) => {
          setChosen(next);
          writing.forget();
        }}
      />
      <TextField
        name="note"
        label={words.note}
        hint={t.shell.optional}
        value={note}
        onChange={setNote}
        lines={2}
        maxLength={2000}
      />
      <TextField
        name="guest"
        label={words.guest}
        hint={t.shell.optional}
        value={guest}
        onChange={setGuest}
        maxLength={200}
      />
      {matters ? <Checkbox label={words.mailChange} checked={mail} onChange={setMail} /> : null}
    </SidePanel>
  );
}
