import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { type Draft, endOf, priceWith } from './draft.ts';

/** How long it all takes, and what it costs; nothing while nothing is chosen. */
export function DraftTotal({ draft, catalogue }: { readonly draft: Draft; readonly catalogue: CatalogueAnswer }) {
  const { f } = useDeskSpeech();
  if (draft.items.length === 0) return null;
  const cents = draft.items.reduce(
    (sum, item) => sum + (item.priceCents ?? priceWith(catalogue, item.serviceId, item.staffId) ?? 0),
    0,
  );
  return (
    <p className="numbers self-center">
      <span className="block font-semibold">{f.price(cents, catalogue.currency)}</span>
      <span className="block text-small text-soft">{f.duration((endOf(draft) - draft.start) / 60_000)}</span>
    </p>
  );
}
