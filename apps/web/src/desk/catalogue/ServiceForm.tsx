import { zodResolver } from '@hookform/resolvers/zod';
import type { CatalogueAnswer, DeskService, NewService } from '@salon/contracts/desk/catalogue';
import { useController } from 'react-hook-form';
import { useLocation } from 'wouter';
import { FormField } from '../../ui/FormField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost, deskPut } from '../lib/desk-http.ts';
import { servicePath } from '../lib/paths.ts';
import { NumberOf, SelectOf, SwitchOf } from '../set-up/fields.tsx';
import { minorUnits } from '../set-up/money.ts';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { useKeptForm } from '../set-up/use-kept-form.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { PhaseFields } from './PhaseFields.tsx';
import { NO_STATION, type ServiceValues, schemaOf, valuesOf, wishOf } from './service-values.ts';
import { kindText } from './station-kind.ts';
import { WhoDoesIt } from './WhoDoesIt.tsx';

type Props = {
  /** Absent: it is new. */
  readonly service: DeskService | undefined;
  readonly start: NewService;
  readonly catalogue: CatalogueAnswer;
};

export function ServiceForm({ service, start, catalogue }: Props) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const [, navigate] = useLocation();
  // A new one has no price until somebody names it.
  const known = { ...valuesOf(start), ...(service ? {} : { priceCents: null }) };
  const form = useKeptForm<ServiceValues>(
    `service ${service?.id ?? 'new'}`,
    known,
    zodResolver(schemaOf(t.setUp, t.catalogue)),
  );
  const { control, handleSubmit, reset, formState, setError } = form;
  const at = `/api/desk/${salon.id}/catalogue/services`;
  const saving = useSaving<NewService, DeskService>({
    send: (wish, confirm) =>
      service ? deskPut(`${at}/${service.id}`, { ...wish, version: service.version, confirm }) : deskPost(at, wish),
    onSaved: ({ id }) => {
      reset(service ? form.getValues() : known);
      if (!service) navigate(servicePath(salon.slug, id), { replace: true });
    },
    onWrong: (paths) => {
      if (paths.includes('name')) setError('name', { message: t.problems.name_taken });
    },
  });
  const phases = useController({ control, name: 'phases' });
  const staff = useController({ control, name: 'staff' }).field;
  const price = useController({ control, name: 'priceCents' });
  const units = minorUnits(catalogue.currency);
  const kinds = [...new Set([...catalogue.stations.map(({ kind }) => kind), start.stationKind ?? ''])].filter(Boolean);
  return (
    <form onSubmit={handleSubmit((values) => saving.save(wishOf(values)))} noValidate className="space-y-6">
      <Panel title={t.catalogue.what}>
        <FormField control={control} name="name" label={t.catalogue.name} />
        <FormField
          control={control}
          name="description"
          label={t.catalogue.description}
          hint={t.shell.optional}
          description={t.catalogue.descriptionMore}
        />
        <div className="grid gap-4 tablet:grid-cols-2">
          <SelectOf
            control={control}
            name="categoryId"
            label={t.catalogue.category}
            options={catalogue.categories.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <NumberField
            label={t.catalogue.price}
            value={price.field.value === null ? null : price.field.value / units}
            onChange={(value) => price.field.onChange(value === null ? null : Math.round(value * units))}
            min={0}
            format={{ style: 'currency', currency: catalogue.currency }}
            error={price.fieldState.error?.message}
          />
        </div>
        <SwitchOf
          control={control}
          name="priceFrom"
          label={t.catalogue.priceFrom}
          description={t.catalogue.priceFromMore}
        />
        <SwitchOf control={control} name="online" label={t.catalogue.online} description={t.catalogue.onlineMore} />
      </Panel>

      <Panel title={t.catalogue.course} description={t.catalogue.courseMore}>
        <PhaseFields
          phases={phases.field.value}
          onChange={phases.field.onChange}
          error={phases.fieldState.error?.message ?? phases.fieldState.error?.root?.message}
        />
        <div className="grid gap-4 tablet:grid-cols-2">
          <NumberOf
            control={control}
            name="bufferMinutes"
            label={t.catalogue.buffer}
            description={t.catalogue.bufferMore}
            min={0}
            max={480}
            step={5}
            steps
          />
          {kinds.length > 0 ? (
            <SelectOf
              control={control}
              name="stationKind"
              label={t.catalogue.station}
              description={t.catalogue.stationMore}
              options={[
                { value: NO_STATION, text: t.catalogue.noStation },
                ...kinds.map((kind) => ({ value: kind, text: kindText(t, kind) })),
              ]}
            />
          ) : null}
        </div>
        <SwitchOf
          control={control}
          name="duringProcessing"
          label={t.catalogue.during}
          description={t.catalogue.duringMore}
        />
      </Panel>

      <Panel title={t.catalogue.who} description={t.catalogue.whoMore}>
        <WhoDoesIt
          people={catalogue.staff}
          offers={staff.value}
          onChange={staff.onChange}
          service={{ priceCents: price.field.value ?? 0, phases: phases.field.value }}
          currency={catalogue.currency}
        />
      </Panel>
      <SaveFoot saving={saving} isDirty={formState.isDirty} onDrop={() => reset(known)} />
    </form>
  );
}
