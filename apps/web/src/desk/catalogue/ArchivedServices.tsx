import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import { Link } from 'wouter';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { servicePath } from '../lib/paths.ts';
import { ServiceLine } from './ServiceLine.tsx';

/** What is no longer sold, to look up and to bring back. */
export function ArchivedServices({ catalogue }: { readonly catalogue: CatalogueAnswer }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const archived = catalogue.services.filter((service) => service.archivedAt !== null);
  if (archived.length === 0) return null;
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-accent-ink">
        {t.catalogue.archived} · {t.catalogue.serviceCount({ n: archived.length })}
      </summary>
      <p className="text-small text-soft">{t.catalogue.archivedMore}</p>
      <ul>
        {archived.map((service) => (
          <li key={service.id}>
            <Link
              href={servicePath(salon.slug, service.id)}
              className="-mx-2 block rounded-card px-2 py-2 hover:bg-sunken"
            >
              <ServiceLine service={service} currency={catalogue.currency} />
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
