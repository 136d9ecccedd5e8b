import { useQuery } from '@tanstack/react-query';
import { Notice } from '../../ui/Notice.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { AffectedVisits } from './AffectedVisits.tsx';
import { outsideQuery } from './set-up.queries.ts';

/** The visits ahead that lie outside of what the salon offers by now, for as long as there are some. */
export function OutsideNotice() {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data } = useQuery(outsideQuery(salon.id));
  if (!data || data.total === 0) return null;
  return (
    <Notice tone="heed" title={t.setUp.outside({ n: data.total })}>
      <details className="group">
        <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-accent-ink">
          {t.setUp.showVisits}
        </summary>
        <p className="text-small text-soft">{t.setUp.outsideMore}</p>
        <AffectedVisits visits={data.visits} total={data.total} />
      </details>
    </Notice>
  );
}
