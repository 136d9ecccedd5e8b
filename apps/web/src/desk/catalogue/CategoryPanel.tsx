import type { CatalogueAnswer, CatalogueOrder } from '@salon/contracts/desk/catalogue';
import { ArrowDown, ArrowUp, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Link } from 'wouter';
import { MenuItem, MenuOf } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SortableList } from '../../ui/SortableList.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskDelete } from '../lib/desk-http.ts';
import { servicePath } from '../lib/paths.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { CategoryDialog } from './CategoryDialog.tsx';
import { withCategoryMoved, withServices } from './order.ts';
import { ServiceLine } from './ServiceLine.tsx';

const ICON_BUTTON =
  'flex size-11 cursor-pointer items-center justify-center rounded-card text-soft hover:bg-sunken hover:text-ink data-disabled:cursor-default data-disabled:opacity-40';

type Order = CatalogueOrder['categories'];

/** One category with what is on sale in it. */
export function CategoryPanel(props: {
  readonly category: CatalogueAnswer['categories'][number];
  readonly place: number;
  readonly catalogue: CatalogueAnswer;
  readonly onOrder: (change: (order: Order) => Order) => void;
}) {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  const [naming, setNaming] = useState(false);
  const { category, place, catalogue, onOrder } = props;
  const removing = useSaving<null, void>({
    send: () => deskDelete(`/api/desk/${salon.id}/catalogue/categories/${category.id}`),
  });
  const may = can('changeCatalogue');
  const services = catalogue.services.filter((one) => one.archivedAt === null && one.categoryId === category.id);
  const isEmpty = !catalogue.services.some((one) => one.categoryId === category.id);
  const { name } = category;
  const actions = may ? (
    <div className="-my-2 flex">
      <Button
        aria-label={t.catalogue.categoryUp({ name })}
        isDisabled={place === 0}
        onPress={() => onOrder((order) => withCategoryMoved(order, place, -1))}
        className={ICON_BUTTON}
      >
        <ArrowUp aria-hidden className="size-5" />
      </Button>
      <Button
        aria-label={t.catalogue.categoryDown({ name })}
        isDisabled={place === catalogue.categories.length - 1}
        onPress={() => onOrder((order) => withCategoryMoved(order, place, 1))}
        className={ICON_BUTTON}
      >
        <ArrowDown aria-hidden className="size-5" />
      </Button>
      <MenuOf
        label={name}
        button={
          <Button aria-label={`${t.shell.more}: ${name}`} className={ICON_BUTTON}>
            <Ellipsis aria-hidden className="size-5" />
          </Button>
        }
      >
        <MenuItem text={t.catalogue.renameCategory} onAction={() => setNaming(true)} />
        {isEmpty ? <MenuItem text={t.catalogue.removeCategory} onAction={() => removing.save(null)} /> : null}
      </MenuOf>
    </div>
  ) : null;
  return (
    <Panel title={name} actions={actions}>
      {removing.error ? <DeskProblemNotice error={removing.error} /> : null}
      {services.length === 0 ? <p className="text-soft">{t.catalogue.emptyCategory}</p> : null}
      {may ? (
        <SortableList
          label={name}
          items={services}
          onOrder={(ids) => onOrder((order) => withServices(order, category.id, ids))}
          render={(service) => <ServiceLine service={service} currency={catalogue.currency} />}
          href={({ id }) => servicePath(salon.slug, id)}
          handle={(of) => t.setUp.handle({ name: of })}
        />
      ) : (
        <ul>
          {services.map((service) => (
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
      )}
      <CategoryDialog isOpen={naming} onClose={() => setNaming(false)} category={category} />
    </Panel>
  );
}
