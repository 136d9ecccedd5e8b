import { Footprints, UserRound } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { Marks } from './Marks.tsx';
import type { Picked } from './picked.ts';

/** Whom a visit is for, once chosen, and the way back to choosing. */
export function PickedCard(props: { readonly value: Exclude<Picked, { kind: 'new' }>; readonly onChange: () => void }) {
  const { t } = useDeskSpeech();
  const { value } = props;
  const card = value.kind === 'card' ? value.customer : undefined;
  const Icon = card ? UserRound : Footprints;
  const more = card ? [card.phone, card.email].filter(Boolean).join(' · ') : t.customers.picker.walkInMore;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-card border border-line bg-surface px-4 py-2">
      <Icon aria-hidden className="size-5 shrink-0 text-soft" />
      <div className="min-w-40 flex-1">
        <p className="font-semibold">{card?.name ?? t.customers.picker.walkInChosen}</p>
        {more ? <p className="numbers text-small text-soft">{more}</p> : null}
        {card ? <Marks customer={card} /> : null}
      </div>
      <Button look="plain" onPress={props.onChange}>
        {t.customers.picker.change}
      </Button>
    </div>
  );
}
