import type { DeskVisit } from '@salon/contracts/desk/visit';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { dayAndTime, staffOf } from './visit-words.ts';

/** A visit in two lines: when, and what with whom. */
export function VisitSummary({ visit }: { readonly visit: DeskVisit }) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  return (
    <p className="rounded-card bg-sunken p-3">
      <span className="numbers font-semibold">{dayAndTime(f, salon.timezone, visit.startsAt)}</span>
      <span className="block text-soft">
        {visit.items.map(({ service }) => service).join(', ')}
        {`\u00a0· ${staffOf(f, visit)}\u00a0· `}
        {t.visit.statuses[visit.status]}
      </span>
    </p>
  );
}
