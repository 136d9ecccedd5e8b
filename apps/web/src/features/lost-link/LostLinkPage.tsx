import { useQuery } from '@tanstack/react-query';
import { SalonFrame } from '../salon/SalonFrame.tsx';
import { SalonProblem } from '../salon/SalonProblem.tsx';
import { SalonSkeleton } from '../salon/SalonSkeleton.tsx';
import { salonQuery } from '../salon/salon.queries.ts';
import { LostLink } from './LostLink.tsx';

/** For those who want to change a visit and do not have its link at hand. */
export function LostLinkPage({ slug }: { readonly slug: string }) {
  const { data, error, refetch } = useQuery(salonQuery(slug));
  if (!data) return error ? <SalonProblem error={error} retry={() => void refetch()} /> : <SalonSkeleton />;
  return (
    <SalonFrame salon={data.salon} legal={data.salon.legal}>
      <LostLink salon={data.salon} />
    </SalonFrame>
  );
}
