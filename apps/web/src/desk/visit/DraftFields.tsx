import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { added, changed, type Draft, placed, reordered, shifted, without } from './draft.ts';
import { ItemRow } from './ItemRow.tsx';
import { ServiceChoice } from './ServiceChoice.tsx';

/** A visit has no more services than that. */
const MOST_ITEMS = 6;

/** The services of a visit that is being put together, in their order, and a way to more of them. */
export function DraftFields(props: {
  readonly draft: Draft;
  readonly catalogue: CatalogueAnswer;
  /** Whose time it is in, where that was said. */
  readonly staffId: string | null;
  /** How long she is free there. */
  readonly minutes: number | null;
  readonly onChange: (draft: Draft) => void;
}) {
  const { t } = useDeskSpeech();
  const { draft, catalogue, onChange } = props;
  const [adding, setAdding] = useState(false);
  const items = placed(draft);
  const used = (items.at(-1)?.end ?? draft.start) - draft.start;
  const left = props.minutes === null ? null : Math.max(0, props.minutes - used / 60_000);
  const choosing = adding || items.length === 0;
  return (
    <div className="space-y-3">
      {items.length === 0 ? null : (
        <ul className="space-y-2">
          {items.map((item, index) => (
            <ItemRow
              key={item.key}
              item={item}
              place={{ first: index === 0, last: index === items.length - 1 }}
              catalogue={catalogue}
              onChange={(changes) => {
                // Where the first begins, the visit does.
                const { pinned } = changes;
                if (index === 0 && typeof pinned === 'number') onChange(shifted(draft, pinned));
                else onChange(changed(draft, catalogue, item.key, changes));
              }}
              onMove={(by) => onChange(reordered(draft, item.key, by))}
              onRemove={() => onChange(without(draft, item.key))}
            />
          ))}
        </ul>
      )}
      {choosing ? (
        <ServiceChoice
          catalogue={catalogue}
          opening={{ staffId: items.at(-1)?.staffId ?? props.staffId, minutes: left }}
          onChoose={(serviceId, staffId) => {
            onChange(added(draft, catalogue, serviceId, staffId, crypto.randomUUID()));
            setAdding(false);
          }}
        />
      ) : items.length < MOST_ITEMS ? (
        <Button look="plain" onPress={() => setAdding(true)}>
          <Plus aria-hidden className="size-5" />
          {t.visit.form.addService}
        </Button>
      ) : null}
    </div>
  );
}
