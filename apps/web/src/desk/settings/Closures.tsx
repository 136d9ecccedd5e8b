import type { DeskClosure } from '@salon/contracts/desk/settings';
import { CalendarOff, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskDelete } from '../lib/desk-http.ts';
import { daysText } from '../set-up/some-days.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { ClosureDialog } from './ClosureDialog.tsx';
import type { SettingsProps } from './use-settings-form.ts';

/** When the whole salon is closed. */
export function Closures({ settings: { closures, today } }: SettingsProps) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const [edited, setEdited] = useState<DeskClosure | 'new'>();
  const removing = useSaving<string, void>({
    send: (id) => deskDelete(`/api/desk/${salon.id}/closures/${id}`),
    done: t.settings.closureRemoved,
  });
  const add = (
    <Button look="soft" onPress={() => setEdited('new')}>
      <Plus aria-hidden className="size-5" />
      {t.settings.addClosure}
    </Button>
  );
  return (
    <Panel title={t.settings.closures} description={t.settings.closuresMore} actions={closures.length > 0 ? add : null}>
      {removing.error ? <DeskProblemNotice error={removing.error} /> : null}
      {closures.length === 0 ? (
        <EmptyState icon={CalendarOff} title={t.settings.closuresEmpty} text={t.settings.closuresEmptyMore}>
          {add}
        </EmptyState>
      ) : null}
      <ul className="divide-y divide-line">
        {closures.map((closure) => (
          <li key={closure.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <div className="min-w-0">
              <p className="font-semibold">{closure.name}</p>
              <p className="numbers text-small text-soft">{daysText(f, closure)}</p>
            </div>
            <div className="flex gap-3">
              <Button
                look="plain"
                aria-label={`${t.settings.change}: ${closure.name}`}
                onPress={() => setEdited(closure)}
              >
                {t.settings.change}
              </Button>
              <Button
                look="plain"
                aria-label={`${t.settings.remove}: ${closure.name}`}
                onPress={() => removing.save(closure.id)}
              >
                {t.settings.remove}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ClosureDialog closure={edited} today={today} onClose={() => setEdited(undefined)} />
    </Panel>
  );
}
