import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { priceText, termsText } from '../booking/total.ts';
import type { Item } from './item.ts';

export type Doing = 'earlier' | 'later' | 'remove';

/** One service of the basket: what it takes and costs, and the buttons that move it or take it out. */
export function BasketItem(props: {
  readonly item: Item;
  readonly lang: string;
  /** Names of its neighbours; empty where there is none. */
  readonly before: string;
  readonly after: string;
  readonly act: (doing: Doing, id: string) => void;
}) {
  const speech = useSpeech();
  const { t, f } = speech;
  const { item, before, after, act } = props;
  const { service, terms, processing, by } = item;
  const button = (doing: Doing, label: string, icon: ReactNode) => (
    <button
      type="button"
      name={`${doing} ${service.id}`}
      aria-label={label}
      onClick={() => act(doing, service.id)}
      className="flex size-11 cursor-pointer items-center justify-center rounded-card text-soft transition-colors hover:bg-sunken hover:text-ink"
    >
      {icon}
    </button>
  );
  const names = { service: service.name };
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 pt-3 pb-1 first:pt-0">
      <span lang={props.lang} className="min-w-0">
        {service.name}
      </span>
      <span className="numbers text-right">{priceText(terms, service.currency, speech)}</span>
      <span className="numbers min-w-0 self-center pb-2 text-small text-soft">
        {termsText(terms, f)}
        {processing > 0 ? (
          <span className="block">{t.basket.processing({ duration: f.duration(processing) })}</span>
        ) : null}
        {by === undefined ? null : (
          <span className="block">{by === null ? t.booking.withAnybody : t.booking.with({ name: by })}</span>
        )}
      </span>
      <span className="-mr-3 flex justify-end">
        {before === ''
          ? null
          : button('earlier', t.basket.before({ ...names, other: before }), <ArrowUp aria-hidden className="size-5" />)}
        {after === ''
          ? null
          : button('later', t.basket.after({ ...names, other: after }), <ArrowDown aria-hidden className="size-5" />)}
        {button('remove', t.basket.remove(names), <X aria-hidden className="size-5" />)}
      </span>
    </li>
  );
}
