import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { BasketSheet } from '../basket/BasketSheet.tsx';
import { useSheet } from '../basket/use-sheet.ts';
import type { Slot } from '../times/day.ts';
import { VisitPlan } from '../visit-plan/VisitPlan.tsx';
import { isWorthDrawing, type PlannedItem } from '../visit-plan/visit-plan.ts';
import { CHANGE_LOOK, CheckPart } from './CheckPart.tsx';
import { servicesOf } from './offer.ts';
import { useWish } from './use-wish.ts';

/** What will be done, drawn where there is something to see, with the basket behind it. */
export function CheckServices(props: {
  readonly page: SalonAnswer;
  readonly slot: Slot | undefined;
  /** How the visit goes at the slot. */
  readonly plan: readonly PlannedItem[] | undefined;
}) {
  const { page, slot, plan } = props;
  const { t, f } = useSpeech();
  const { salon } = page;
  const { wish } = useWish(salon.slug, page);
  const { open, within, close, opener } = useSheet();
  const services = servicesOf(wish, page);
  const drawn = plan && isWorthDrawing(plan) ? plan : undefined;
  return (
    <div>
      <div ref={within} className="relative">
        <CheckPart
          change={
            <button {...opener} type="button" aria-label={t.booking.changeService} className={CHANGE_LOOK}>
              {t.booking.change}
            </button>
          }
        >
          {drawn ? (
            <p>{t.booking.services({ n: services.length })}</p>
          ) : (
            services.map(({ id, name }) => (
              <p key={id} lang={salon.locale}>
                {name}
              </p>
            ))
          )}
          <p className="numbers text-small text-soft">{slot ? f.duration(slot.durationMinutes) : '\u00a0'}</p>
        </CheckPart>
        {open ? <BasketSheet page={page} slot={slot} close={close} /> : null}
      </div>
      {drawn ? (
        <div className="-mt-1 pb-4">
          <VisitPlan plan={drawn} timezone={salon.timezone} lang={salon.locale} />
        </div>
      ) : null}
    </div>
  );
}
