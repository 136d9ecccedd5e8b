import { Skeleton } from '../../ui/Skeleton.tsx';
import { useOnline } from '../../ui/use-online.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { Unseen } from './Waiting.tsx';

/** What stands where a page of the desk will be. */
export function Loading() {
  const { t } = useDeskSpeech();
  if (!useOnline()) return <Unseen />;
  return (
    <div className="mx-auto w-full max-w-[64rem] space-y-4 px-4 pt-6 tablet:px-8">
      <span role="status" className="sr-only">
        {t.shell.loading}
      </span>
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-20" />
      <Skeleton className="h-20" />
      <Skeleton className="h-20" />
    </div>
  );
}
