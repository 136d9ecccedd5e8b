import type { CatalogueAnswer, DeskService } from '@salon/contracts/desk/catalogue';
import type { StaffOffer } from '@salon/contracts/desk/team';
import { BookOpen } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDraft } from '../set-up/drafts.ts';
import { OwnFields } from '../set-up/OwnFields.tsx';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { type StaffFormProps, useStaffSaving } from './use-staff-saving.ts';

/** Which services somebody does, and where she asks another price or takes another time. */
export function SkillsForm({ staff, catalogue }: StaffFormProps & { readonly catalogue: CatalogueAnswer }) {
  const { t } = useDeskSpeech();
  const draft = useDraft<StaffOffer[]>(`staff ${staff.id} skills`, staff.offers);
  const saving = useStaffSaving(staff, draft.drop);
  const offers = draft.value;
  const services = catalogue.services.filter(({ archivedAt }) => archivedAt === null);
  const asListed = ({ id, phases }: DeskService): StaffOffer => ({
    serviceId: id,
    priceCents: null,
    phaseMinutes: phases.map(() => null),
  });
  const known = (id: string) => offers.find(({ serviceId }) => serviceId === id);
  const put = (offer: StaffOffer) => draft.set(offers.map((one) => (one.serviceId === offer.serviceId ? offer : one)));
  const toggle = (service: DeskService, does: boolean) =>
    draft.set(does ? [...offers, asListed(service)] : offers.filter((one) => one.serviceId !== service.id));
  if (services.length === 0) return <EmptyState icon={BookOpen} title={t.team.noServices} />;
  return (
    <Panel
      title={t.team.skills}
      description={t.team.skillsMore}
      actions={
        <>
          <Button look="plain" onPress={() => draft.set(services.map((one) => known(one.id) ?? asListed(one)))}>
            {t.team.all}
          </Button>
          <Button look="plain" onPress={() => draft.set([])}>
            {t.team.noneOfThem}
          </Button>
        </>
      }
    >
      {catalogue.categories.map((category) => (
        <section key={category.id} className="space-y-1">
          <h3 className="pt-2 text-small text-soft">{category.name}</h3>
          {services
            .filter(({ categoryId }) => categoryId === category.id)
            .map((service) => {
              const offer = known(service.id);
              return (
                <div key={service.id}>
                  <Checkbox
                    label={service.name}
                    checked={offer !== undefined}
                    onChange={(does) => toggle(service, does)}
                  />
                  {offer ? (
                    <OwnFields
                      name={service.name}
                      service={service}
                      currency={catalogue.currency}
                      own={offer}
                      onChange={(own) => put({ ...own, serviceId: service.id })}
                    />
                  ) : null}
                </div>
              );
            })}
        </section>
      ))}
      <SaveFoot saving={saving} isDirty={draft.isDirty} onDrop={draft.drop} onSave={() => saving.save({ offers })} />
    </Panel>
  );
}
