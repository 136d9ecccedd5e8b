import type { NewService } from '@salon/contracts/desk/catalogue';
import { Plus, Trash2 } from 'lucide-react';
import { Button as IconButton } from 'react-aria-components/Button';
import { Button } from '../../ui/Button.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

type Phase = NewService['phases'][number];
const KINDS = ['work', 'processing', 'finish'] as const;
const MOST = 12;

/** The stretches a service consists of, in order. */
export function PhaseFields(props: {
  readonly phases: readonly Phase[];
  readonly onChange: (phases: Phase[]) => void;
  readonly error: string | undefined;
}) {
  const { t, f } = useDeskSpeech();
  const { phases, onChange } = props;
  const put = (index: number, changed: Partial<Phase>) =>
    onChange(phases.map((phase, at) => (at === index ? { ...phase, ...changed } : phase)));
  return (
    <div className="space-y-3">
      <ol className="space-y-2">
        {phases.map((phase, index) => (
          <li key={index} className="flex items-center gap-1.5">
            <Select
              label={`${t.catalogue.phase({ n: index + 1 })}: ${t.catalogue.kind}`}
              labelHidden
              className="min-w-0 flex-1"
              value={phase.kind}
              options={KINDS.map((kind) => ({ value: kind, text: t.catalogue.kinds[kind] }))}
              onChange={(kind) => put(index, { kind })}
            />
            <NumberField
              label={`${t.catalogue.phase({ n: index + 1 })}: ${t.catalogue.minutes}`}
              labelHidden
              className="w-24 tablet:w-48"
              value={phase.minutes}
              min={1}
              max={720}
              step={1}
              format={{ style: 'unit', unit: 'minute', unitDisplay: 'short' }}
              onChange={(minutes) => put(index, { minutes: minutes ?? 0 })}
            />
            <IconButton
              aria-label={t.catalogue.removePhase({ n: index + 1 })}
              isDisabled={phases.length === 1}
              onPress={() => onChange(phases.filter((_, at) => at !== index))}
              className="flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card text-soft hover:bg-sunken hover:text-ink data-disabled:cursor-default data-disabled:opacity-40"
            >
              <Trash2 aria-hidden className="size-5" />
            </IconButton>
          </li>
        ))}
      </ol>
      {props.error ? (
        <p role="alert" className="text-small font-semibold text-wrong">
          {props.error}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button
          look="plain"
          isDisabled={phases.length === MOST}
          onPress={() => onChange([...phases, { kind: nextKind(phases), minutes: 15 }])}
        >
          <Plus aria-hidden className="size-4" />
          {t.catalogue.addPhase}
        </Button>
        <p className="numbers text-soft">
          {t.catalogue.total({ time: f.duration(phases.reduce((sum, { minutes }) => sum + minutes, 0)) })}
        </p>
      </div>
    </div>
  );
}

/** After work something develops, after that it is finished. */
function nextKind(phases: readonly Phase[]): Phase['kind'] {
  return phases.at(-1)?.kind === 'processing' ? 'finish' : 'processing';
}
