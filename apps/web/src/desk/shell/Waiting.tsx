import { WifiOff } from 'lucide-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useOnline } from '../../ui/use-online.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** What stands where something will be once it is here; `className` gives its size. */
export function Waiting({ className }: { readonly className: string }) {
  return useOnline() ? <Skeleton className={className} /> : <Unseen />;
}

/** Without a network nothing is on its way that a grey place would promise. */
export function Unseen() {
  const { t } = useDeskSpeech();
  return <EmptyState icon={WifiOff} title={t.shell.unseen} text={t.shell.unseenMore} />;
}
