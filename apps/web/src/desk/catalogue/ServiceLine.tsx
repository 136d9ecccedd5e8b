import type { DeskService } from '@salon/contracts/desk/catalogue';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** A service in a list: name, how long, how much, and what keeps it from being booked. */
export function ServiceLine({ service, currency }: { readonly service: DeskService; readonly currency: string }) {
  const { t, f } = useDeskSpeech();
  const price = f.price(service.priceCents, currency);
  const hindered = [
    service.staff.length === 0 ? t.catalogue.nobody : null,
    service.online ? null : t.catalogue.notOnline,
  ].filter((one) => one !== null);
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <div className="min-w-0">
        <p className="font-semibold">{service.name}</p>
        {hindered.length > 0 ? <p className="text-small text-heed">{hindered.join(' · ')}</p> : null}
      </div>
      <p className="numbers text-small text-soft">
        {f.duration(service.phases.reduce((sum, { minutes }) => sum + minutes, 0))} ·{' '}
        <span className="text-ink">{service.priceFrom ? t.catalogue.from({ price }) : price}</span>
      </p>
    </div>
  );
}
