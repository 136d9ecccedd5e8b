import type { AffectedVisit } from '@salon/contracts/desk/set-up';
import { Link } from 'wouter';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { calendarPath } from '../lib/paths.ts';

/** Booked visits, the next first: when, who, what, and why they lie outside. Each leads to its day. */
export function AffectedVisits({
  visits,
  total,
}: {
  readonly visits: readonly AffectedVisit[];
  readonly total: number;
}) {
  const { t } = useDeskSpeech();
  return (
    <>
      <ul className="divide-y divide-line">
        {visits.map((visit) => (
          <li key={visit.id} className="py-2">
            <VisitLine visit={visit} />
          </li>
        ))}
      </ul>
      {total > visits.length ? <p className="text-soft">{t.setUp.moreVisits({ n: total - visits.length })}</p> : null}
    </>
  );
}

function VisitLine({ visit }: { readonly visit: AffectedVisit }) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const date = visit.startsAt.slice(0, 10);
  const reasons = [...new Set(visit.items.flatMap((item) => item.reasons))];
  return (
    <div className="space-y-0.5">
      <p className="numbers">
        <Link
          href={calendarPath(salon.slug, new URLSearchParams({ date }).toString())}
          className="font-semibold text-accent-ink underline-offset-4 hover:underline"
        >
          {f.day(date)}, {f.time(visit.startsAt.slice(11, 16))}
        </Link>{' '}
        {visit.name}
      </p>
      <p className="text-small text-soft">
        {visit.items.map(({ service, staff }) => t.setUp.serviceBy({ service, staff })).join(', ')}
        {reasons.length > 0 ? ` · ${reasons.map((reason) => t.setUp.reasons[reason]).join(', ')}` : null}
      </p>
    </div>
  );
}
