import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { AuditLine } from './AuditLine.tsx';
import { auditQuery } from './audit.calls.ts';

/** What was changed by whom, the latest first: in the whole salon, or of one visit. */
export function AuditTrail({ visitId }: { readonly visitId?: string }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(salon.id, visitId),
  );
  if (error && !data) return <DeskProblemNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting className="h-40" />;
  const entries = data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    return <EmptyState icon={History} title={t.audit.none} text={t.audit.noneMore} />;
  }
  return (
    <div className="space-y-4">
      <ol className="divide-y divide-line">
        {entries.map((entry) => (
          <AuditLine key={entry.id} entry={entry} />
        ))}
      </ol>
      {error ? <DeskProblemNotice error={error} /> : null}
      {hasNextPage ? (
        <Button look="soft" onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
          {isFetchingNextPage ? t.audit.loadingOlder : t.audit.older}
        </Button>
      ) : null}
    </div>
  );
}
