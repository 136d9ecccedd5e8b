import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useEffect, useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { beep } from './beep.ts';
import { FeedLine } from './FeedLine.tsx';
import { feedQuery, seeFeed } from './feed.queries.ts';
import { feedSound } from './feed-sound.ts';

/** What came in while nobody looked; opening it is seeing it. */
export function FeedPanel(props: {
  readonly onOpen: (visitId: string, startsAt: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(feedQuery(salon.id));
  const [sound, setSound] = useState(feedSound.read() ?? false);
  // What was new when she opened it stays marked while she reads.
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const newest = data?.entries[0]?.at;
  const unseen = data?.unseen ?? 0;
  useEffect(() => {
    if (newest === undefined || unseen === 0) return;
    const key = feedQuery(salon.id).queryKey;
    const entries = client.getQueryData(key)?.entries ?? [];
    setFresh((before) => new Set([...before, ...entries.slice(0, unseen).map(({ id }) => id)]));
    void seeFeed(salon.id, newest).then(
      () => client.setQueryData(key, (answer) => answer && { ...answer, unseen: 0 }),
      // They stay unseen, and are counted again.
      () => undefined,
    );
  }, [client, salon.id, newest, unseen]);
  return (
    <SidePanel title={t.feed.title} close={t.shell.close} onClose={props.onClose}>
      <Switch
        label={t.feed.sound}
        description={t.feed.soundMore}
        on={sound}
        onChange={(on) => {
          setSound(on);
          feedSound.write(on);
          if (on) beep();
        }}
      />
      {error && !data ? <DeskProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting className="h-40" /> : null}
      {data?.entries.length === 0 ? <EmptyState icon={Inbox} title={t.feed.none} text={t.feed.noneMore} /> : null}
      <ol className="divide-y divide-line">
        {data?.entries.map((entry) => (
          <FeedLine
            key={entry.id}
            entry={entry}
            isNew={fresh.has(entry.id)}
            onOpen={() => props.onOpen(entry.visitId, entry.startsAt)}
          />
        ))}
      </ol>
    </SidePanel>
  );
}
