import type { DeskTimeOff } from '@salon/contracts/desk/calendar';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { catalogueQuery } from '../calendar/calendar.queries.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { useTeam } from './use-team.ts';
import { useVisitWrites } from './use-visit-writes.ts';
import { useWriting } from './use-writing.ts';
import { WhenFields } from './WhenFields.tsx';
import { WritingState } from './WritingState.tsx';

const MINUTE = 60_000;
const USUAL_MINUTES = 30;
const KINDS = ['blocked', 'time_off'] as const;

type Start = { readonly staffId: string | null; readonly start: number; readonly minutes: number | null };

/** Takes time from the calendar: a break, an errand, a day off; or changes and ends what takes it. */
export function TimeOffPanel(props: {
  /** What is there already; undefined: something new. */
  readonly timeOff: DeskTimeOff | undefined;
  readonly at: Start;
  readonly onClose: () => void;
}) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { at, onClose } = props;
  // What her fields were filled from, whatever the calendar shows by now.
  const [timeOff] = useState(props.timeOff);
  const words = t.visit.timeOff;
  const catalogue = useQuery(catalogueQuery(salon.id));
  const team = useTeam(catalogue.data);
  const writes = useVisitWrites();
  const [chosen, setStaff] = useState(timeOff?.staffId ?? at.staffId);
  const staffId = chosen ?? team.usual ?? null;
  const [kind, setKind] = useState(timeOff?.kind ?? 'blocked');
  const [from, setFrom] = useState(timeOff ? Date.parse(timeOff.startsAt) : at.start);
  const [to, setTo] = useState(
    timeOff ? Date.parse(timeOff.endsAt) : at.start + (at.minutes ?? USUAL_MINUTES) * MINUTE,
  );
  const [reason, setReason] = useState(timeOff?.reason ?? '');
  const backwards = to <= from;
  const writing = useWriting(({ overlap }) => {
    const why = reason.trim();
    const body = {
      ...{ staffId: staffId ?? '', kind, overlap, ...(why === '' ? {} : { reason: why }) },
      startsAt: formatInstant(salon.timezone, from),
      endsAt: formatInstant(salon.timezone, to),
    };
    return timeOff ? writes.moveTimeOff(timeOff, body) : writes.takeTime(body);
  }, onClose);
  const change = (next: () => void) => {
    next();
    writing.forget();
  };
  return (
    <SidePanel
      title={timeOff ? words.changeTitle[timeOff.kind] : words.newTitle}
      close={t.shell.close}
      onClose={onClose}
      foot={
        <>
          <WritingState writing={writing} />
          <Button
            className="flex-1"
            isDisabled={backwards || staffId === null}
            onPress={writing.send}
            isPending={writing.isPending}
          >
            {timeOff ? t.visit.form.save : words.enter}
          </Button>
          {timeOff ? (
            <Button
              look="danger"
              onPress={() => {
                onClose();
                void writes.endTimeOff(timeOff);
              }}
            >
              {words.end}
            </Button>
          ) : null}
        </>
      }
    >
      {catalogue.error ? <DeskProblemNotice error={catalogue.error} retry={() => void catalogue.refetch()} /> : null}
      <Select
        label={words.whose}
        options={team.options}
        value={staffId}
        onChange={(id) => change(() => setStaff(id))}
      />
      <Select
        label={words.kind}
        options={KINDS.map((one) => ({ value: one, text: words.kinds[one], more: words.kindsMore[one] }))}
        value={kind}
        onChange={setKind}
      />
      <WhenFields
        at={from}
        labels={{ date: words.fromDay, time: words.fromTime }}
        onChange={(at) =>
          change(() => {
            // It is as long as it was.
            setTo(to + at - from);
            setFrom(at);
          })
        }
      />
      <WhenFields
        at={to}
        labels={{ date: words.toDay, time: words.toTime }}
        onChange={(at) => change(() => setTo(at))}
      />
      {backwards ? <p className="text-small font-semibold text-wrong">{words.backwards}</p> : null}
      <TextField
        name="reason"
        label={words.reason}
        hint={t.shell.optional}
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
    </SidePanel>
  );
}
