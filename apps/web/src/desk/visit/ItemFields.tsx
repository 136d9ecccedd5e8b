import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import { resolveStart } from '@salon/domain/time/wall-clock';
import { wallClock } from '../../lib/dates.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { type DraftItem, type Placed, priceWith } from './draft.ts';
import type { useTeam } from './use-team.ts';

const STEP_MINUTES = 5;
const MOST_MINUTES = 600;

/** With whom, from when, how long each part takes, and what it costs. */
export function ItemFields(props: {
  readonly item: Placed;
  readonly catalogue: CatalogueAnswer;
  readonly team: ReturnType<typeof useTeam>;
  readonly onChange: (changes: Partial<DraftItem>) => void;
}) {
  const { t } = useDeskSpeech();
  const { timezone } = useDesk().salon;
  const { item, catalogue, team, onChange } = props;
  const { date, time } = wallClock(timezone, item.start);
  const words = t.visit.form;
  const cents = item.priceCents ?? priceWith(catalogue, item.serviceId, item.staffId);
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label={words.staff}
        options={team.options}
        value={item.staffId}
        onChange={(staffId) => onChange({ staffId })}
        className="col-span-2"
      />
      <TimeField
        label={words.from}
        value={time}
        onChange={(clock) => {
          const at = clock === null ? undefined : resolveStart(timezone, date, clock);
          if (at !== undefined) onChange({ pinned: at });
        }}
      />
      {item.phases.map(({ kind, minutes }, index) => (
        <NumberField
          key={index}
          label={item.phases.length === 1 ? words.minutes : words.phases[kind]}
          value={minutes}
          min={kind === 'processing' || item.phases.length > 1 ? 0 : STEP_MINUTES}
          max={MOST_MINUTES}
          step={STEP_MINUTES}
          steps
          onChange={(value) => {
            if (value === null) return;
            onChange({ phases: item.phases.map((phase, i) => (i === index ? { ...phase, minutes: value } : phase)) });
          }}
        />
      ))}
      {cents === undefined ? null : (
        <NumberField
          label={words.price}
          value={cents / 100}
          min={0}
          format={{ style: 'currency', currency: catalogue.currency }}
          onChange={(value) => onChange({ priceCents: value === null ? null : Math.round(value * 100) })}
        />
      )}
    </div>
  );
}
