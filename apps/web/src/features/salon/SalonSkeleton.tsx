import { useSpeech } from '../../i18n/Speech.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** The place of a salon's page while it is on its way. */
export function SalonSkeleton() {
  const { t } = useSpeech();
  return (
    <Page head={<Skeleton className="h-10 w-48" />}>
      <div role="status" className="space-y-4">
        <h1 className="sr-only">{t.shell.loading}</h1>
        <Skeleton className="h-8 w-2/3" />
        <Skeleton className="h-12 w-full" />
        {['a', 'b', 'c', 'd', 'e'].map((row) => (
          <Skeleton key={row} className="h-20 w-full" />
        ))}
      </div>
    </Page>
  );
}
