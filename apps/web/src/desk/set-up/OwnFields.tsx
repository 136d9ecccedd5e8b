import type { DeskService } from '@salon/contracts/desk/catalogue';
import { NumberField } from '../../ui/NumberField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { minorUnits } from './money.ts';

type Own = { readonly priceCents: number | null; readonly phaseMinutes: readonly (number | null)[] };

/** What somebody does at another price or pace than the catalogue says; empty fields are the catalogue's. */
export function OwnFields(props: {
  /** Whose or of what, for whoever hears it. */
  readonly name: string;
  readonly service: Pick<DeskService, 'priceCents' | 'phases'>;
  readonly currency: string;
  readonly own: Own;
  readonly onChange: (own: { priceCents: number | null; phaseMinutes: (number | null)[] }) => void;
}) {
  const { t, f } = useDeskSpeech();
  const { service, currency, own } = props;
  const units = minorUnits(currency);
  const minutes = service.phases.map((_, at) => own.phaseMinutes[at] ?? null);
  const values = [
    own.priceCents === null ? null : f.price(own.priceCents, currency),
    minutes.some((one) => one !== null)
      ? f.duration(service.phases.reduce((sum, phase, at) => sum + (minutes[at] ?? phase.minutes), 0))
      : null,
  ].filter((one) => one !== null);
  const isOwn = values.length > 0;
  return (
    <details className="ml-9">
      <summary className="flex min-h-11 cursor-pointer items-center text-small text-accent-ink">
        <span>
          {isOwn ? t.team.ownSet({ values: values.join(', ') }) : t.team.own}
          <span className="sr-only">: {props.name}</span>
        </span>
      </summary>
      <div className="grid gap-3 pb-3 tablet:grid-cols-3">
        <NumberField
          label={t.team.price}
          description={f.price(service.priceCents, currency)}
          value={own.priceCents === null ? null : own.priceCents / units}
          min={0}
          format={{ style: 'currency', currency }}
          onChange={(price) =>
            props.onChange({ priceCents: price === null ? null : Math.round(price * units), phaseMinutes: minutes })
          }
        />
        {service.phases.map(({ kind, minutes: listed }, at) =>
          kind === 'processing' ? null : (
            <NumberField
              key={at}
              label={t.team.minutesOf({ phase: t.catalogue.kinds[kind] })}
              description={f.duration(listed)}
              value={minutes[at] ?? null}
              min={1}
              max={720}
              onChange={(value) =>
                props.onChange({
                  priceCents: own.priceCents,
                  phaseMinutes: minutes.map((one, place) => (place === at ? value : one)),
                })
              }
            />
          ),
        )}
      </div>
    </details>
  );
}
