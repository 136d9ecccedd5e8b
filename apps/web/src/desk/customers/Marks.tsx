import type { CustomerRow } from '@salon/contracts/desk/customers';
import { Ban, TriangleAlert, UserX } from 'lucide-react';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** What one should know of a customer before taking her call; nothing where there is nothing. */
export function Marks({
  customer,
}: {
  readonly customer: Partial<Pick<CustomerRow, 'allergy' | 'blocked' | 'noShows'>>;
}) {
  const { t } = useDeskSpeech();
  const { allergy, blocked, noShows = 0 } = customer;
  if (!allergy && !blocked && noShows === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small font-semibold">
      {allergy ? (
        <li className="flex items-center gap-1.5 text-wrong">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {t.customers.marks.allergy}
        </li>
      ) : null}
      {blocked ? (
        <li className="flex items-center gap-1.5 text-ink">
          <Ban aria-hidden className="size-4 shrink-0" />
          {t.customers.marks.blocked}
        </li>
      ) : null}
      {noShows > 0 ? (
        <li className="flex items-center gap-1.5 text-ink">
          <UserX aria-hidden className="size-4 shrink-0" />
          {t.customers.marks.noShows({ n: noShows })}
        </li>
      ) : null}
    </ul>
  );
}
