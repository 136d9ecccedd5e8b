import type { CustomerCard } from '@salon/contracts/desk/customers';
import { CalendarDays } from 'lucide-react';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { calendarPath } from '../lib/paths.ts';
import { when } from './when.ts';

/** When she comes next, for what and to whom. */
export function NextVisit({ card }: { readonly card: CustomerCard }) {
  const speech = useDeskSpeech();
  const { t } = speech;
  const { salon } = useDesk();
  const next = card.nextVisit;
  return (
    <Panel title={t.customers.card.nextVisit}>
      {next ? (
        <div className="space-y-2">
          <p className="numbers font-semibold">{when(next.startsAt, speech)}</p>
          <ul className="text-soft">
            {next.items.map((item, at) => (
              <li key={at}>
                {item.service} {t.customers.history.by({ staff: item.staff })}
              </li>
            ))}
          </ul>
          {next.note ? <p className="whitespace-pre-line">„{next.note}“</p> : null}
          <LinkButton
            look="plain"
            href={calendarPath(
              salon.slug,
              `${new URLSearchParams({ date: next.startsAt.slice(0, 10), visit: next.id })}`,
            )}
          >
            <CalendarDays aria-hidden className="size-5" />
            {t.customers.card.openVisit}
          </LinkButton>
        </div>
      ) : (
        <p className="text-soft">{t.customers.card.noNextVisit}</p>
      )}
    </Panel>
  );
}
