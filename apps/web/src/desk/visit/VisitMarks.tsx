import type { DeskVisit } from '@salon/contracts/desk/visit';
import { ClockAlert, Globe, Layers, type LucideIcon, Sparkles, Users, UserX } from 'lucide-react';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** What to know of a visit, in words; nothing where there is nothing. An allergy stands with the customer. */
export function VisitMarks(props: { readonly visit: DeskVisit; readonly isOutside: boolean }) {
  const { t } = useDeskSpeech();
  const words = t.calendar.marks;
  const { marks } = props.visit;
  const lines: [boolean, LucideIcon, string][] = [
    [props.isOutside, ClockAlert, words.outside],
    [marks.newCustomer, Sparkles, words.newCustomer],
    [marks.noShows > 0, UserX, words.noShows({ n: marks.noShows })],
    [marks.overlaps, Layers, words.overlaps],
    [marks.sameCustomerAtOnce, Users, words.sameCustomerAtOnce],
    [marks.online, Globe, words.online],
  ];
  const shown = lines.filter(([is]) => is);
  if (shown.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-small">
      {shown.map(([, Icon, text]) => (
        <li key={text} className="flex items-center gap-1.5">
          <Icon aria-hidden className="size-4 shrink-0 text-soft" />
          {text}
        </li>
      ))}
    </ul>
  );
}
