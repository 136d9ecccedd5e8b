import { localDate } from '@salon/domain/time/wall-clock';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LocalDate } from '../../lib/dates.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Select } from '../../ui/Select.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { catalogueQuery } from '../calendar/calendar.queries.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { useTeam } from '../visit/use-team.ts';
import { IllVisits } from './IllVisits.tsx';
import { illQuery } from './ill.queries.ts';

/** Somebody is ill: whom it is about and how long, and then what becomes of each visit. */
export function IllPanel({ date, onClose }: { readonly date: LocalDate; readonly onClose: () => void }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const catalogue = useQuery(catalogueQuery(salon.id));
  const team = useTeam(catalogue.data);
  const today = localDate(salon.timezone, Date.now());
  const [, first = today] = [today, date].sort();
  const [staffId, setStaff] = useState<string | null>(null);
  const [from, setFrom] = useState(first);
  const [until, setUntil] = useState(first);
  const [, to = from] = [from, until].sort();
  const read = useQuery({ ...illQuery(salon.id, staffId ?? '', from, to), enabled: staffId !== null });
  const about = (
    <>
      <Select label={t.ill.who} placeholder={t.ill.choose} options={team.options} value={staffId} onChange={setStaff} />
      <div className="flex gap-3">
        <DateField
          label={t.ill.from}
          value={from}
          min={today}
          onChange={(day) => setFrom(day ?? from)}
          className="min-w-0 flex-1"
        />
        <DateField
          label={t.ill.to}
          value={to}
          min={from}
          onChange={(day) => setUntil(day ?? until)}
          className="min-w-0 flex-1"
        />
      </div>
    </>
  );
  if (staffId !== null && read.data) {
    const name = team.nameOf(staffId);
    const who = { id: staffId, name };
    return (
      <IllVisits
        key={`${staffId} ${from} ${to}`}
        {...{ who, from, to, about, onClose }}
        visits={read.data.visits}
        nameOf={team.nameOf}
      />
    );
  }
  return (
    <SidePanel title={t.ill.title} close={t.shell.close} onClose={onClose}>
      {about}
      {catalogue.error ? <DeskProblemNotice error={catalogue.error} retry={() => void catalogue.refetch()} /> : null}
      {read.error ? <DeskProblemNotice error={read.error} retry={() => void read.refetch()} /> : null}
      {staffId !== null && read.isPending ? <Waiting className="h-40" /> : null}
    </SidePanel>
  );
}
