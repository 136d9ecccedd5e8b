import type { SalonAnswer } from '@salon/contracts/salon';
import { type FormEvent, useRef, useState } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { tell } from '../../learning/tell.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FIELDS, type Field, LONGEST, wrongFields } from './details.ts';
import { meantEmail } from './email-slip.ts';
import { PrivacyLine } from './PrivacyLine.tsx';
import type { DetailsState } from './use-details.ts';
import { useWish } from './use-wish.ts';
import { WishLine } from './WishLine.tsx';

/** Who comes: as little as the salon needs, each field with its own keyboard, and nothing lost on the way. */
export function DetailsStep(props: { readonly page: SalonAnswer; readonly details: DetailsState }) {
  const { page } = props;
  const { details, change: set, settle } = props.details;
  const { t } = useSpeech();
  const { wish, change } = useWish(page.salon.slug, page);
  const form = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState<readonly Field[]>([]);
  const wrong = wrongFields(details);
  const meant = meantEmail(details.email);

  /** A field is found wrong once somebody has left it filled in, or wanted to go on. */
  const errorOf = (field: Field) => {
    const what = left.includes(field) ? wrong[field] : undefined;
    return what && t.booking.wrong[what];
  };
  const fieldOf = (field: Field) => ({
    name: field,
    value: details[field],
    onChange: (value: string) => set({ [field]: value }),
    onBlur: () => {
      if (details[field].trim() !== '') setLeft((some) => [...some, field]);
    },
    error: errorOf(field),
    // One more than is taken, so that too much is said and not cut off.
    maxLength: LONGEST[field] + 1,
  });

  const focus = (field: Field) => form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();

  function takeEmail(email: string) {
    set({ email });
    focus('email');
  }

  function goOn(event: FormEvent) {
    event.preventDefault();
    for (const field of FIELDS) {
      const what = wrong[field];
      if (what !== undefined) tell(page.salon.slug, 'form_error', { field, wrong: what });
    }
    const first = FIELDS.find((field) => wrong[field] !== undefined);
    if (first === undefined) {
      settle();
      change({ ...wish, step: 'check' });
      return;
    }
    setLeft(FIELDS);
    focus(first);
  }

  return (
    <form ref={form} noValidate onSubmit={goOn} className="max-w-xl space-y-6">
      <div className="space-y-1">
        <Heading>{t.booking.yourDetails}</Heading>
        <WishLine page={page} />
      </div>
      <TextField {...fieldOf('name')} label={t.booking.name} autoComplete="name" autoCapitalize="words" required />
      <div className="space-y-1">
        <TextField
          {...fieldOf('email')}
          label={t.booking.email}
          description={t.booking.emailMore}
          type="email"
          autoComplete="email"
          required
        />
        {meant && left.includes('email') ? (
          <Button look="plain" className="text-left" onPress={() => takeEmail(meant)}>
            {t.booking.didYouMean({ email: meant })}
          </Button>
        ) : null}
      </div>
      <TextField
        {...fieldOf('phone')}
        label={t.booking.phone}
        hint={t.shell.optional}
        description={t.booking.phoneMore}
        type="tel"
        autoComplete="tel"
      />
      <div className="space-y-3">
        <Checkbox label={t.booking.forOther} checked={details.forOther} onChange={(forOther) => set({ forOther })} />
        {details.forOther ? (
          <TextField {...fieldOf('guest')} label={t.booking.guest} autoCapitalize="words" required />
        ) : null}
      </div>
      <TextField
        {...fieldOf('note')}
        label={t.booking.note}
        hint={t.shell.optional}
        description={t.booking.noteMore}
        lines={3}
      />
      <Checkbox
        label={t.booking.remember}
        description={t.booking.rememberMore}
        checked={details.remember}
        onChange={(remember) => set({ remember })}
      />
      <Trap value={details.website} onChange={(website) => set({ website })} />
      <PrivacyLine page={page} />
      <Button type="submit" className="w-full tablet:w-auto">
        {t.booking.toCheck}
      </Button>
    </form>
  );
}

/** A field that people do not see; programs that fill in everything give themselves away. */
function Trap(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <div aria-hidden className="absolute -left-[9999px] size-px overflow-hidden">
      <label>
        Website
        <input
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      </label>
    </div>
  );
}
