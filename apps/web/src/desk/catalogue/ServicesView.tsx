import type { CatalogueAnswer, CatalogueOrder } from '@salon/contracts/desk/catalogue';
import { BookOpen, FolderPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPut } from '../lib/desk-http.ts';
import { newServicePath } from '../lib/paths.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { ArchivedServices } from './ArchivedServices.tsx';
import { CategoryDialog } from './CategoryDialog.tsx';
import { CategoryPanel } from './CategoryPanel.tsx';
import { orderOf } from './order.ts';

/** Services by category, in the order the booking page has them. */
export function ServicesView({ catalogue }: { readonly catalogue: CatalogueAnswer }) {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  const [naming, setNaming] = useState(false);
  const ordering = useSaving<CatalogueOrder['categories'], void>({
    send: (categories) => deskPut(`/api/desk/${salon.id}/catalogue/order`, { categories }),
  });
  const may = can('changeCatalogue');
  const addCategory = (
    <Button look="soft" onPress={() => setNaming(true)}>
      <FolderPlus aria-hidden className="size-5" />
      {t.catalogue.addCategory}
    </Button>
  );
  return (
    <div className="space-y-6">
      {may && catalogue.categories.length > 0 ? (
        <div className="flex flex-wrap gap-3">
          <LinkButton href={newServicePath(salon.slug)}>
            <Plus aria-hidden className="size-5" />
            {t.catalogue.add}
          </LinkButton>
          {addCategory}
        </div>
      ) : null}
      {may ? null : <p className="text-soft">{t.catalogue.reader}</p>}
      {ordering.error ? <DeskProblemNotice error={ordering.error} /> : null}
      {catalogue.categories.length === 0 ? (
        <EmptyState icon={BookOpen} title={t.catalogue.empty} text={t.catalogue.emptyMore}>
          {may ? addCategory : null}
        </EmptyState>
      ) : null}
      {catalogue.categories.map((category, place) => (
        <CategoryPanel
          key={category.id}
          category={category}
          place={place}
          catalogue={catalogue}
          onOrder={(change) => ordering.save(change(orderOf(catalogue)))}
        />
      ))}
      <ArchivedServices catalogue={catalogue} />
      <CategoryDialog isOpen={naming} onClose={() => setNaming(false)} />
    </div>
  );
}
