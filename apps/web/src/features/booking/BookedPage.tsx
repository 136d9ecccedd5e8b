import { usePageTitle } from '../../app/page-title.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { SalonFrame } from '../salon/SalonFrame.tsx';
import { Booked } from './Booked.tsx';
import type { JustBooked } from './booked-memory.ts';

/** The page after booking. */
export function BookedPage({ token, booked }: { readonly token: string; readonly booked: JustBooked }) {
  return (
    <SalonFrame salon={booked.salon}>
      <Titled booked={booked} />
      <Booked token={token} booked={booked} />
    </SalonFrame>
  );
}

function Titled({ booked }: { readonly booked: JustBooked }) {
  const { t } = useSpeech();
  const { booking, salon } = booked;
  usePageTitle(`${booking.status === 'requested' ? t.booking.requested : t.booking.booked} · ${salon.name}`);
  return null;
}
