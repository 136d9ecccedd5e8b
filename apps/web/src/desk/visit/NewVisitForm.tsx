import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CustomerPicker } from '../customers/CustomerPicker.tsx';
import { customerOf, hasAddress, type Picked } from '../customers/picked.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { focusWrong } from '../set-up/focus-wrong.ts';
import { DraftFields } from './DraftFields.tsx';
import { DraftTotal } from './DraftTotal.tsx';
import { type Draft, shifted, wishes } from './draft.ts';
import { drawnVisit, newVisit } from './drawn-visit.ts';
import { pickedOf } from './picked-of.ts';
import { StationFields } from './StationFields.tsx';
import { namedStations, type StationChoice, stationNeeds } from './station-choice.ts';
import { useTeam } from './use-team.ts';
import { useVisitWrites } from './use-visit-writes.ts';
import { useWriting } from './use-writing.ts';
import { WhenFields } from './WhenFields.tsx';
import { WritingState } from './WritingState.tsx';

/** Who comes, what for, and whether she is told: in the usual case three taps. */
export function NewVisitForm(props: {
  readonly catalogue: CatalogueAnswer;
  readonly draft: Draft;
  /** The visit that is made again. */
  readonly before: DeskVisit | null;
  readonly staffId: string | null;
  readonly minutes: number | null;
  readonly onClose: () => void;
}) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const { catalogue, before } = props;
  const words = t.visit.form;
  const team = useTeam(catalogue);
  const writes = useVisitWrites();
  const [picked, setPicked] = useState<Picked | null>(before && pickedOf(before));
  const [draft, setDraft] = useState(props.draft);
  const [chosen, setChosen] = useState<StationChoice>({});
  const [note, setNote] = useState('');
  const [mail, setMail] = useState(true);
  const [asked, setAsked] = useState(false);
  const [id] = useState(() => crypto.randomUUID());
  const box = useRef<HTMLDivElement>(null);
  const services = useRef<HTMLElement>(null);

  const needs = stationNeeds(draft, catalogue, []);
  const customer = customerOf(picked);
  const noService = asked && draft.items.length === 0;
  const notify = mail && hasAddress(picked);
  const name = picked?.kind === 'card' ? picked.customer.name : picked?.kind === 'new' ? picked.name : '';
  const writing = useWriting((against) => {
    const drawn = drawnVisit(newVisit(id, name), draft, { timeZone: salon.timezone, staffName: team.nameOf });
    const said = note.trim();
    const body = {
      ...{ customer: customer ?? null, items: wishes(draft, salon.timezone), notify, ...against },
      ...namedStations(needs, chosen),
      ...(said === '' ? {} : { note: said }),
      ...(before?.guestName ? { guestName: before.guestName } : {}),
    };
    return writes.create(body, drawn);
  }, props.onClose);

  const settled = picked !== null && picked.kind !== 'new';
  useEffect(() => {
    // Whom it is for is settled: on with what for.
    if (settled) services.current?.focus({ preventScroll: true });
  }, [settled]);

  const change = (next: Draft) => {
    setDraft(next);
    writing.forget();
  };
  const send = () => {
    if (customer !== undefined && draft.items.length > 0) writing.send();
    else focusWrong(box.current, () => setAsked(true));
  };
  return (
    <SidePanel
      title={before ? words.againTitle : words.newTitle}
      close={t.shell.close}
      onClose={props.onClose}
      foot={
        <>
          <WritingState writing={writing} />
          <DraftTotal draft={draft} catalogue={catalogue} />
          <Button className="flex-1" onPress={send} isPending={writing.isPending}>
            {writing.isPending ? words.entering : words.enter}
          </Button>
        </>
      }
    >
      <div ref={box} className="space-y-5">
        <WhenFields at={draft.start} onChange={(start) => change(shifted(draft, start))} />
        {props.staffId === null || props.minutes === null ? null : (
          <p className="text-soft">
            {words.inGap({ staff: team.nameOf(props.staffId), time: f.duration(props.minutes) })}
          </p>
        )}
        <CustomerPicker
          value={picked}
          onChange={setPicked}
          autoFocus={before === null}
          error={asked && customer === undefined ? words.whoMissing : undefined}
        />
        <section ref={services} tabIndex={-1} className="space-y-2" {...(noService ? { 'data-invalid': true } : {})}>
          <h3 className="font-semibold">{words.services}</h3>
          <DraftFields
            draft={draft}
            catalogue={catalogue}
            staffId={props.staffId}
            minutes={props.minutes}
            onChange={change}
          />
          {noService ? (
            <p role="alert" className="text-small font-semibold text-wrong">
              {words.serviceMissing}
            </p>
          ) : null}
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
        {hasAddress(picked) ? <Checkbox label={words.mail} checked={mail} onChange={setMail} /> : null}
      </div>
    </SidePanel>
  );
}
