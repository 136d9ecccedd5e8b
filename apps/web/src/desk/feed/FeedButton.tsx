import { useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { announce } from '../../ui/announce.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { beep } from './beep.ts';
import { feedQuery } from './feed.queries.ts';
import { feedSound } from './feed-sound.ts';

/** Says how much came in that she has not seen; something new is heard, where that is wanted. */
export function FeedButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data } = useQuery(feedQuery(salon.id));
  const unseen = data?.unseen ?? 0;
  const newest = data && (data.entries[0]?.at ?? '');
  const known = useRef(newest);
  useEffect(() => {
    const isNew = known.current !== undefined && newest !== undefined && newest > known.current;
    known.current = newest ?? known.current;
    if (!isNew || unseen === 0) return;
    announce(t.feed.unseen({ n: unseen }));
    if (feedSound.read()) beep();
  }, [newest, unseen, t]);
  return (
    <Button
      aria-label={unseen === 0 ? t.feed.title : `${t.feed.title}: ${t.feed.unseen({ n: unseen })}`}
      onPress={onPress}
      className="relative flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card hover:bg-sunken"
    >
      <Bell aria-hidden className="size-5" />
      {unseen === 0 ? null : (
        <span
          aria-hidden
          className="numbers absolute top-0.5 right-0 min-w-5 rounded-full bg-accent px-1 text-center text-label font-semibold text-on-accent"
        >
          {unseen > 99 ? '99+' : unseen}
        </span>
      )}
    </Button>
  );
}
