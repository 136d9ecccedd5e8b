import type { CatalogueAnswer, DeskService, NewService } from '@salon/contracts/desk/catalogue';
import { useSuspenseQuery } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import { Link } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost } from '../lib/desk-http.ts';
import { cataloguePath } from '../lib/paths.ts';
import { AffectedDialog } from '../set-up/AffectedDialog.tsx';
import { catalogueQuery } from '../set-up/set-up.queries.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { ServiceForm } from './ServiceForm.tsx';
import { ServiceLine } from './ServiceLine.tsx';

/** One service, or a new one: what it is, how it runs, who does it. */
export function ServicePage({ serviceId }: { readonly serviceId: string }) {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  const { data: catalogue } = useSuspenseQuery(catalogueQuery(salon.id));
  const service = catalogue.services.find(({ id }) => id === serviceId);
  const isNew = serviceId === 'new' && catalogue.categories.length > 0;
  const title = service?.name ?? (isNew ? t.catalogue.newService : t.problems.service_not_found);
  return (
    <DeskPage title={title}>
      <Link
        href={cataloguePath(salon.slug)}
        className="-mx-2 inline-flex min-h-11 items-center gap-1 rounded-card px-2 font-semibold text-accent-ink"
      >
        <ChevronLeft aria-hidden className="size-5" />
        {t.catalogue.title}
      </Link>
      <Heading>{title}</Heading>
      {can('changeCatalogue') ? (
        <>
          {service?.archivedAt ? <Notice tone="info" title={t.catalogue.isArchived} /> : null}
          {service || isNew ? (
            <ServiceForm service={service} start={service ?? blank(catalogue)} catalogue={catalogue} />
          ) : null}
          {service ? <Archiving service={service} /> : null}
        </>
      ) : service ? (
        <Panel title={t.catalogue.what} description={t.catalogue.reader}>
          <ServiceLine service={service} currency={catalogue.currency} />
        </Panel>
      ) : null}
    </DeskPage>
  );
}

/** A service as it begins: half an hour, done by all. */
function blank({ categories, staff }: CatalogueAnswer): NewService {
  return {
    categoryId: categories[0]?.id ?? '',
    name: '',
    description: null,
    phases: [{ kind: 'work', minutes: 30 }],
    bufferMinutes: 0,
    stationKind: null,
    duringProcessing: false,
    priceCents: 0,
    priceFrom: false,
    online: true,
    staff: staff.map(({ id }) => ({ staffId: id, priceCents: null, phaseMinutes: [] })),
  };
}

function Archiving({ service }: { readonly service: DeskService }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const isArchived = service.archivedAt !== null;
  const at = `/api/desk/${salon.id}/catalogue/services/${service.id}/${isArchived ? 'restore' : 'archive'}`;
  const saving = useSaving<null, DeskService>({
    send: (_, confirm) => deskPost(at, { version: service.version, confirm }),
    done: isArchived ? t.catalogue.restoredDone : t.catalogue.archivedDone,
  });
  return (
    <div className="space-y-3">
      <Button look="soft" onPress={() => saving.save(null)} isPending={saving.isPending}>
        {isArchived ? t.catalogue.restore : t.catalogue.archive}
      </Button>
      {isArchived ? null : <p className="text-small text-soft">{t.catalogue.archivedMore}</p>}
      {saving.error ? <DeskProblemNotice error={saving.error} /> : null}
      <AffectedDialog saving={saving} />
    </div>
  );
}
