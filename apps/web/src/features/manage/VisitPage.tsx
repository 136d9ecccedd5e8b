import { useQuery } from '@tanstack/react-query';
import { useSearch } from 'wouter';
import { BookedPage } from '../booking/BookedPage.tsx';
import { justBooked } from '../booking/booked-memory.ts';
import { SalonFrame } from '../salon/SalonFrame.tsx';
import { SalonSkeleton } from '../salon/SalonSkeleton.tsx';
import { Manage } from './Manage.tsx';
import { possible } from './standing.ts';
import { VisitProblem } from './VisitProblem.tsx';
import { viewOf } from './view.ts';
import { visitQuery } from './visit.queries.ts';

/** A visit by its link. */
export function VisitPage({ token }: { readonly token: string }) {
  const visit = useQuery(visitQuery(token));
  const view = viewOf(useSearch());
  const isNew = view.kind === 'see' && view.news === 'booked';
  if (isNew && (!visit.data || possible(visit.data, Date.now()).calendar)) {
    const booked = visit.data ?? justBooked(token);
    if (booked) return <BookedPage token={token} booked={booked} />;
  }
  if (visit.data) {
    return (
      <SalonFrame salon={visit.data.salon}>
        <Manage token={token} visit={visit.data} />
      </SalonFrame>
    );
  }
  const error = visit.error ?? (visit.fetchStatus === 'paused' ? new Error('No network') : null);
  return error ? <VisitProblem error={error} retry={() => void visit.refetch()} /> : <SalonSkeleton />;
}
