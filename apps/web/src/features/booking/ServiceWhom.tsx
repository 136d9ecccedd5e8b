import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { Portrait } from '../../ui/Portrait.tsx';
import { firstName, type Service } from './offer.ts';
import { ownTerms, priceText, termsOf, termsText } from './total.ts';
import { ANYBODY, type Whom } from './whom.ts';

/** Who does one of the services: whoever can, or one of those who do it. Where it is only one, that is said. */
export function ServiceWhom(props: {
  readonly page: SalonAnswer;
  readonly service: Service;
  readonly whom: Whom | undefined;
  readonly onChange: (whom: Whom) => void;
}) {
  const speech = useSpeech();
  const { t } = speech;
  const { page, service } = props;
  const terms = termsOf(service);
  const able = page.staff.filter(({ id }) => service.staffIds.includes(id));
  const [only, ...others] = able;
  const choice = (value: Whom, person: (typeof able)[number] | undefined) => {
    const own = person && ownTerms([service], person.id, speech);
    return (
      <label
        key={value}
        className={classes(
          'relative flex min-h-14 min-w-0 cursor-pointer items-center gap-2 rounded-card border border-line bg-surface px-3 py-1.5 transition-colors hover:border-edge has-[:checked]:border-accent has-[:checked]:bg-tint has-[:checked]:font-semibold has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-focus has-[:focus-visible]:outline-offset-2',
          !person && 'max-tablet:col-span-2',
        )}
      >
        <input
          type="radio"
          name={`whom ${service.id}`}
          checked={props.whom === value}
          onChange={() => props.onChange(value)}
          className="absolute inset-0 size-full cursor-pointer appearance-none rounded-card outline-none"
        />
        {person ? (
          <Portrait
            name={person.name}
            src={person.photoUrl}
            shape="round"
            className="size-8 text-small max-narrow:hidden"
          />
        ) : null}
        <span className="min-w-0">
          {person ? firstName(person.name) : t.basket.anybodyForThis}
          {own ? (
            <span className="numbers block text-small font-normal text-soft">
              <span className="max-tablet:block">{own.duration}</span>
              <span className="max-tablet:hidden"> · </span>
              <span className="max-tablet:block">{own.price}</span>
            </span>
          ) : null}
        </span>
      </label>
    );
  };
  return (
    <fieldset>
      <legend className="contents">
        <span lang={page.salon.locale} className="block">
          {service.name}
        </span>
        {service.variants.length === 0 || others.length === 0 ? (
          <span className="numbers block text-small text-soft">
            {termsText(terms, speech.f)} · {priceText(terms, service.currency, speech)}
          </span>
        ) : null}
      </legend>
      {only && others.length === 0 ? (
        <p className="mt-2 flex items-center gap-2">
          <Portrait name={only.name} src={only.photoUrl} shape="round" className="size-8 text-small" />
          {t.basket.onlyWith({ name: firstName(only.name) })}
        </p>
      ) : (
        <div className="mt-2 grid grid-cols-2 gap-2 tablet:flex tablet:flex-wrap">
          {choice(ANYBODY, undefined)}
          {able.map((person) => choice(person.id, person))}
        </div>
      )}
    </fieldset>
  );
}
