import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { wallClock } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { type DraftItem, type Placed, priceWith } from './draft.ts';
import { ItemFields } from './ItemFields.tsx';
import { useTeam } from './use-team.ts';

/** One service of a visit that is being put together: what it is at a glance, and all that can be said of it. */
export function ItemRow(props: {
  readonly item: Placed;
  readonly place: { readonly first: boolean; readonly last: boolean };
  readonly catalogue: CatalogueAnswer;
  readonly onChange: (changes: Partial<DraftItem>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) {
  const { t, f } = useDeskSpeech();
  const { timezone } = useDesk().salon;
  const { item, place, catalogue } = props;
  const [open, setOpen] = useState(false);
  const fields = useId();
  const team = useTeam(catalogue);
  const clock = (at: number) => f.clock(wallClock(timezone, at).time);
  const price = item.priceCents ?? priceWith(catalogue, item.serviceId, item.staffId);
  const words = t.visit.form;
  const name = item.service;
  return (
    <li className="rounded-card border border-line bg-surface">
      <AriaButton
        aria-expanded={open}
        aria-controls={fields}
        onPress={() => setOpen(!open)}
        className="flex min-h-14 w-full cursor-pointer items-center gap-3 rounded-card px-3 py-2 text-left hover:bg-sunken"
      >
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{name}</span>
          <span className="numbers block text-small text-soft">
            {clock(item.start)}–{clock(item.end)}
            {f.afterTime}
            {`\u00a0· ${team.nameOf(item.staffId)}`}
            {price === undefined ? null : `\u00a0· ${f.price(price, catalogue.currency)}`}
          </span>
        </span>
        <span className="sr-only">{words.changeItem}</span>
        <ChevronDown aria-hidden className={classes('size-5 shrink-0 text-soft', open && 'rotate-180')} />
      </AriaButton>
      <div id={fields} hidden={!open} className="space-y-4 border-line border-t p-3">
        {open ? (
          <>
            <ItemFields {...props} team={team} />
            <div className="flex flex-wrap gap-2">
              {place.first ? null : (
                <Button look="soft" onPress={() => props.onMove(-1)} aria-label={words.earlier({ name })}>
                  <ArrowUp aria-hidden className="size-5" />
                </Button>
              )}
              {place.last ? null : (
                <Button look="soft" onPress={() => props.onMove(1)} aria-label={words.later({ name })}>
                  <ArrowDown aria-hidden className="size-5" />
                </Button>
              )}
              {place.first && place.last ? null : (
                <Button look="soft" onPress={props.onRemove} aria-label={words.remove({ name })}>
                  <Trash2 aria-hidden className="size-5" />
                  {words.removeShort}
                </Button>
              )}
            </div>
          </>
        ) : null}
      </div>
    </li>
  );
}
