import type { CatalogueAnswer, DeskStation, NewStation } from '@salon/contracts/desk/catalogue';
import { Armchair, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SortableList } from '../../ui/SortableList.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPut } from '../lib/desk-http.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { StationDialog } from './StationDialog.tsx';
import { kindText } from './station-kind.ts';

/** A new one of the kind that is there most lately. */
const likeLast = (stations: readonly DeskStation[]): NewStation => ({
  kind: stations.at(-1)?.kind ?? '',
  name: '',
  active: true,
});

/** Chairs and rooms, in the order they are filled. */
export function StationsView({ catalogue: { stations } }: { readonly catalogue: CatalogueAnswer }) {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  const [edited, setEdited] = useState<DeskStation | NewStation>();
  const ordering = useSaving<string[], void>({
    send: (ids) => deskPut(`/api/desk/${salon.id}/stations/order`, { ids }),
  });
  const may = can('changeCatalogue');
  const add = (
    <Button look="soft" onPress={() => setEdited(likeLast(stations))}>
      <Plus aria-hidden className="size-5" />
      {t.catalogue.addStation}
    </Button>
  );
  const text = ({ name, kind, active }: DeskStation) => (
    <p>
      <span className={active ? 'font-semibold' : 'text-soft'}>{name}</span>
      <span className="text-small text-soft">
        {' '}
        · {kindText(t, kind)}
        {active ? null : ` · ${t.catalogue.inactive}`}
      </span>
    </p>
  );
  return (
    <>
      {stations.length === 0 ? (
        <EmptyState icon={Armchair} title={t.catalogue.stationsEmpty} text={t.catalogue.stationsEmptyMore}>
          {may ? add : null}
        </EmptyState>
      ) : (
        <Panel title={t.catalogue.stations} description={t.catalogue.stationsMore} actions={may ? add : null}>
          {ordering.error ? <DeskProblemNotice error={ordering.error} /> : null}
          {may ? (
            <SortableList
              label={t.catalogue.stations}
              items={stations}
              onOrder={ordering.save}
              onChoose={setEdited}
              handle={(name) => t.setUp.handle({ name })}
              render={text}
            />
          ) : (
            <ul>
              {stations.map((station) => (
                <li key={station.id} className="py-2">
                  {text(station)}
                </li>
              ))}
            </ul>
          )}
        </Panel>
      )}
      <StationDialog station={edited} onClose={() => setEdited(undefined)} />
    </>
  );
}
