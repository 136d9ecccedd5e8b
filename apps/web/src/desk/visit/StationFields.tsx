import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import { Select } from '../../ui/Select.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** Which chair or room a visit has, of each kind it needs; nothing where there is no choice. */
export function StationFields(props: {
  readonly stations: DeskVisit['stations'];
  /** Those it has now: they stay to be chosen, also where they are in use no more. */
  readonly before: DeskVisit['stations'];
  readonly catalogue: CatalogueAnswer;
  readonly onChange: (from: string, to: string) => void;
}) {
  const { t } = useDeskSpeech();
  const { stations, before, catalogue } = props;
  const had = new Set(before.map(({ stationId }) => stationId));
  return stations.map((own, at) => {
    const kind = catalogue.stations.find(({ id }) => id === own.stationId)?.kind;
    const others = catalogue.stations.filter((one) => one.kind === kind && (one.active || had.has(one.id)));
    if (others.length < 2) return null;
    return (
      <Select
        key={kind}
        name={`station-${at}`}
        label={t.visit.form.station}
        value={own.stationId}
        options={others.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(stationId) => props.onChange(own.stationId, stationId)}
      />
    );
  });
}
