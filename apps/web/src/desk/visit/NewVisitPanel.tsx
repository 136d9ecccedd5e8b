import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { catalogueQuery } from '../calendar/calendar.queries.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { again, type Draft } from './draft.ts';
import { NewVisitForm } from './NewVisitForm.tsx';
import type { Panel } from './panel.ts';
import { useTeam } from './use-team.ts';
import { visitQuery } from './visit.queries.ts';

type Props = {
  readonly panel: Extract<Panel, { kind: 'new' | 'block' }>;
  /** When a visit begins of which nothing was said. */
  readonly usualStart: number;
  readonly onClose: () => void;
};

/** A new visit: where it was tapped, or the same again. */
export function NewVisitPanel({ panel, usualStart, onClose }: Props) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const catalogue = useQuery(catalogueQuery(salon.id));
  const before = useQuery({ ...visitQuery(salon.id, panel.again ?? ''), enabled: panel.again !== null });
  const team = useTeam(catalogue.data);
  const [key] = useState(() => crypto.randomUUID());
  const start = panel.start ?? usualStart;
  const failed = [catalogue, before].find(({ error }) => error !== null);
  if (catalogue.data && (panel.again === null || before.data)) {
    const draft: Draft = before.data ? again(before.data.visit, catalogue.data, start) : { start, items: [] };
    return (
      <NewVisitForm
        key={key}
        catalogue={catalogue.data}
        draft={draft}
        before={before.data?.visit ?? null}
        staffId={panel.staffId ?? (panel.start === null ? null : (team.usual ?? null))}
        minutes={panel.minutes}
        onClose={onClose}
      />
    );
  }
  return (
    <SidePanel title={t.visit.form.newTitle} close={t.shell.close} onClose={onClose}>
      {failed ? (
        <DeskProblemNotice error={failed.error} retry={() => void failed.refetch()} />
      ) : (
        <Waiting className="h-40" />
      )}
    </SidePanel>
  );
}
