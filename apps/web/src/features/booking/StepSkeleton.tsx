import { useSpeech } from '../../i18n/Speech.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** The place of a step while it is on its way. */
export function StepSkeleton() {
  const { t } = useSpeech();
  return (
    <div role="status" className="space-y-4">
      <span className="sr-only">{t.shell.loading}</span>
      <Skeleton className="h-8 w-2/3" />
      <Skeleton className="h-20 w-full" />
      <Skeleton className="h-20 w-full" />
      <Skeleton className="h-20 w-full" />
    </div>
  );
}
