import { Skeleton } from '../../ui/Skeleton.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** What stands where the days will be; as high as they are, so that nothing jumps. */
export function GridSkeleton() {
  const { t } = useDeskSpeech();
  return (
    <div className="flex min-h-0 flex-1 gap-1 overflow-hidden p-2">
      <span role="status" className="sr-only">
        {t.calendar.loading}
      </span>
      <div className="w-12 shrink-0" />
      {['a', 'b', 'c', 'd'].map((key) => (
        <div key={key} className="flex min-w-36 flex-1 flex-col gap-1">
          <Skeleton className="h-13" />
          <Skeleton className="flex-1" />
        </div>
      ))}
    </div>
  );
}
