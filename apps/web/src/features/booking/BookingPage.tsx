import type { SalonAnswer } from '@salon/contracts/salon';
import { useQuery } from '@tanstack/react-query';
import { HaveVisitLink } from '../salon/HaveVisitLink.tsx';
import { SalonFrame } from '../salon/SalonFrame.tsx';
import { SalonProblem } from '../salon/SalonProblem.tsx';
import { SalonSkeleton } from '../salon/SalonSkeleton.tsx';
import { salonQuery } from '../salon/salon.queries.ts';
import { BookingFlow } from './BookingFlow.tsx';
import { SalonHead } from './SalonHead.tsx';
import { useWish } from './use-wish.ts';

/** The way to a visit at a salon. */
export function BookingPage({ slug }: { readonly slug: string }) {
  const { data, error, refetch } = useQuery(salonQuery(slug));
  if (!data) return error ? <SalonProblem error={error} retry={() => void refetch()} /> : <SalonSkeleton />;
  return <Loaded page={data} />;
}

function Loaded({ page }: { readonly page: SalonAnswer }) {
  const { wish } = useWish(page.salon.slug, page);
  return (
    <SalonFrame
      salon={page.salon}
      legal={page.salon.legal}
      head={wish.step === 'services' ? <SalonHead page={page} /> : undefined}
      asksConsent
      foot={<HaveVisitLink slug={page.salon.slug} />}
    >
      <BookingFlow page={page} />
    </SalonFrame>
  );
}
