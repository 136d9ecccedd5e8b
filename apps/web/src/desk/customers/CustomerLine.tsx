import type { CustomerRow } from '@salon/contracts/desk/customers';
import { Link } from 'wouter';
import { Portrait } from '../../ui/Portrait.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { customerPath } from '../lib/paths.ts';
import { Marks } from './Marks.tsx';
import { when } from './when.ts';

/** A customer in the list: her name, how to reach her, and when she comes. */
export function CustomerLine({ customer }: { readonly customer: CustomerRow }) {
  const speech = useDeskSpeech();
  const { t } = speech;
  const { salon } = useDesk();
  const { nextVisit, lastVisit } = customer;
  return (
    <li>
      <Link
        href={customerPath(salon.slug, customer.id)}
        className="flex min-h-16 items-center gap-4 px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-3"
      >
        <Portrait name={customer.name} src={null} shape="round" className="size-10" />
        <span className="grid min-w-0 flex-1 gap-x-6 tablet:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <span className="min-w-0">
            <span className="block font-semibold">{customer.name}</span>
            <span className="numbers block truncate text-small text-soft">
              {[customer.phone, customer.email].filter(Boolean).join(' · ')}
            </span>
          </span>
          <span className="min-w-0">
            <span className="numbers block text-small text-soft">
              {nextVisit
                ? t.customers.next({ when: when(nextVisit, speech) })
                : lastVisit
                  ? t.customers.last({ when: when(lastVisit, speech) })
                  : t.customers.never}
            </span>
            <Marks customer={customer} />
          </span>
        </span>
      </Link>
    </li>
  );
}
