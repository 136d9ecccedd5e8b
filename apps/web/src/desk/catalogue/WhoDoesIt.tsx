import type { DeskService } from '@salon/contracts/desk/catalogue';
import type { ServiceOffer } from '@salon/contracts/desk/team';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { OwnFields } from '../set-up/OwnFields.tsx';

/** Who of the team does a service, and where at another price or pace. */
export function WhoDoesIt(props: {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly offers: readonly ServiceOffer[];
  readonly onChange: (offers: ServiceOffer[]) => void;
  readonly service: Pick<DeskService, 'priceCents' | 'phases'>;
  readonly currency: string;
}) {
  const { people, offers, onChange, service } = props;
  return (
    <ul>
      {people.map(({ id, name }) => {
        const offer = offers.find(({ staffId }) => staffId === id);
        const others = offers.filter(({ staffId }) => staffId !== id);
        return (
          <li key={id}>
            <Checkbox
              label={name}
              checked={offer !== undefined}
              onChange={(does) =>
                onChange(
                  does
                    ? [...others, { staffId: id, priceCents: null, phaseMinutes: service.phases.map(() => null) }]
                    : others,
                )
              }
            />
            {offer ? (
              <OwnFields
                name={name}
                service={service}
                currency={props.currency}
                own={offer}
                onChange={(own) => onChange(offers.map((one) => (one.staffId === id ? { staffId: id, ...own } : one)))}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
