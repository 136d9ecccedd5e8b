import type { ErrorCode } from '@salon/contracts/errors';
import type { SalonAnswer } from '@salon/contracts/salon';
import { useEffect } from 'react';
import { ProblemNotice } from '../../app/ProblemNotice.tsx';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { refusalOf } from '../sending/refusal-of.ts';
import { bookingRequest } from './booking-request.ts';
import { CheckCard } from './CheckCard.tsx';
import { NoLongerFree } from './NoLongerFree.tsx';
import { PolicyLines } from './PolicyLines.tsx';
import { Refusal } from './Refusal.tsx';
import { SendingNotice } from './SendingNotice.tsx';
import type { BookingSending } from './use-booking-sending.ts';
import { useChosenSlot } from './use-chosen-slot.ts';
import type { DetailsState } from './use-details.ts';
import { useWish } from './use-wish.ts';

/** Refusals after which the same cannot be booked. */
const WITHOUT_BUTTON: ReadonlySet<ErrorCode> = new Set([
  'slot_taken',
  'slot_not_bookable',
  'call_salon',
  'booking_paused',
  'service_not_found',
  'staff_not_found',
  'basket_too_complex',
]);

/** Everything on one card, the rules in a sentence, and the one button that books. */
export function CheckStep(props: {
  readonly page: SalonAnswer;
  readonly details: DetailsState;
  readonly sending: BookingSending;
}) {
  const { page, sending } = props;
  const { details } = props.details;
  const { t, language } = useSpeech();
  const { salon } = page;
  const { wish } = useWish(salon.slug, page);
  const { times, day, slot } = useChosenSlot(page, wish);

  const { state } = sending;
  const { clear } = sending;
  // A refusal is about what was to be booked here; it does not follow to another time.
  const refused = refusalOf(state, wish);
  const kind = state.kind === 'refused' && !refused ? 'idle' : state.kind;
  useEffect(() => clear, [clear]);
  const busy = kind === 'sending' || kind === 'waiting' || kind === 'done';
  // While something is on its way, a time that is gone may be gone because it is ours.
  const gone = times.isSuccess && !times.isFetching && slot === undefined && kind === 'idle';

  // Pressing again would be refused again: what is above the button leads on.
  const lost = refused !== undefined && WITHOUT_BUTTON.has(refused.problem.code);

  function book() {
    const body = slot && bookingRequest({ slug: salon.slug, wish, details, language, priceCents: slot.priceCents });
    if (body) void sending.send(body);
  }

  const ownWords = salon.locale.startsWith(language) ? salon.bookButton : null;
  return (
    <div className="w-full max-w-xl space-y-6 desk:grid desk:max-w-none desk:grid-cols-[minmax(0,1fr)_21rem] desk:items-start desk:gap-x-12">
      <div className="space-y-6">
        <Heading>{t.booking.check}</Heading>
        <CheckCard page={page} details={details} slot={slot} loading={times.isPending} />
      </div>
      <div className="space-y-6 desk:sticks desk:top-6">
        <PolicyLines page={page} startsAt={slot?.startsAt} />
        {times.error && !times.data ? <ProblemNotice error={times.error} retry={() => void times.refetch()} /> : null}
        {gone && day ? <NoLongerFree page={page} day={day} /> : null}
        {refused ? (
          <Refusal
            page={page}
            problem={refused.problem}
            day={day}
            before={refused.body.expectedPriceCents}
            now={slot?.priceCents}
            settled={clear}
          />
        ) : null}
        <SendingNotice sending={sending} />
        {gone || lost || kind === 'unsure' ? null : (
          <Button onPress={book} isPending={busy} isDisabled={slot === undefined && !busy} className="w-full">
            {busy ? t.booking.booking : (ownWords ?? t.booking.bindingly)}
          </Button>
        )}
      </div>
    </div>
  );
}
