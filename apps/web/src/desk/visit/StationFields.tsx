import { Select } from '../../ui/Select.tsx';
import { kindText } from '../catalogue/station-kind.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { StationChoice, StationNeed } from './station-choice.ts';

/** Whichever is free. */
const ANY = '';

/** Which chair or room a visit has, of each kind of which there is a choice. */
export function StationFields(props: {
  readonly needs: readonly StationNeed[];
  readonly chosen: StationChoice;
  readonly onChange: (chosen: StationChoice) => void;
}) {
  const { t } = useDeskSpeech();
  const { needs, chosen } = props;
  return needs.map(({ kind, options, own }) => (
    <Select
      key={kind}
      name={`station-${kind}`}
      label={needs.length > 1 ? kindText(t, kind) : t.visit.form.station}
      value={chosen[kind] ?? own ?? ANY}
      options={[
        ...(own === null ? [{ value: ANY, text: t.visit.form.anyStation }] : []),
        ...options.map(({ id, name }) => ({ value: id, text: name })),
      ]}
      onChange={(id) => {
        const { [kind]: _, ...others } = chosen;
        props.onChange(id === ANY ? others : { ...others, [kind]: id });
      }}
    />
  ));
}
