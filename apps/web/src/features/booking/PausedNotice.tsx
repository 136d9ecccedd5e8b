import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CallSalon } from '../salon/CallSalon.tsx';

/** A salon that takes no bookings online: in its own words if it gave some, with its number. */
export function PausedNotice({ page }: { readonly page: SalonAnswer }) {
  const { t } = useSpeech();
  return (
    <div className="pt-4">
      <Notice tone="info" title={page.policy.pausedMessage ?? t.booking.paused}>
        {page.salon.phone === null ? null : <p>{t.booking.pausedMore}</p>}
        <CallSalon phone={page.salon.phone} />
      </Notice>
    </div>
  );
}
