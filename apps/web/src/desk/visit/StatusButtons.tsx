import type { DeskVisit } from '@salon/contracts/desk/visit';
import { Check, DoorOpen, RotateCcw, UserX, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useJustChanged } from '../../ui/use-just-changed.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeclineVisit } from './DeclineVisit.tsx';
import { useVisitWrites } from './use-visit-writes.ts';

type Status = Exclude<DeskVisit['status'], 'requested'>;

/** One tap for what happens at the desk all day: she is there, she is done, she did not come. */
export function StatusButtons({ visit }: { readonly visit: DeskVisit }) {
  const { t } = useDeskSpeech();
  const writes = useVisitWrites();
  const [declining, setDeclining] = useState(false);
  // Each state puts other buttons where those before it stood: a double tap on "arrived" must not be "done" as well.
  const isNew = useJustChanged(visit.status);
  const words = t.visit.panel;
  const become = (status: Status, notify = false) => void writes.setStatus(visit, { status, notify });
  switch (visit.status) {
    case 'requested':
      if (declining) return <DeclineVisit visit={visit} onBack={() => setDeclining(false)} />;
      return (
        <div className="flex flex-wrap gap-3">
          <Button isNew={isNew} className="flex-1" onPress={() => become('confirmed', visit.email !== null)}>
            <Check aria-hidden className="size-5" />
            {words.confirm}
          </Button>
          <Button isNew={isNew} look="soft" className="flex-1" onPress={() => setDeclining(true)}>
            <X aria-hidden className="size-5" />
            {words.decline}
          </Button>
        </div>
      );
    case 'confirmed':
      return (
        <div className="flex flex-wrap gap-3">
          <Button isNew={isNew} className="flex-1" onPress={() => become('arrived')}>
            <DoorOpen aria-hidden className="size-5" />
            {words.arrived}
          </Button>
          {Date.parse(visit.startsAt) <= Date.now() ? (
            <>
              <Button isNew={isNew} look="soft" className="flex-1" onPress={() => become('done')}>
                <Check aria-hidden className="size-5" />
                {words.done}
              </Button>
              <Button isNew={isNew} look="soft" className="flex-1" onPress={() => become('no_show')}>
                <UserX aria-hidden className="size-5" />
                {words.noShow}
              </Button>
            </>
          ) : null}
        </div>
      );
    case 'arrived':
      return (
        <div className="flex flex-wrap gap-3">
          <Button isNew={isNew} className="flex-1" onPress={() => become('done')}>
            <Check aria-hidden className="size-5" />
            {words.done}
          </Button>
          <Button isNew={isNew} look="soft" className="flex-1" onPress={() => become('confirmed')}>
            <RotateCcw aria-hidden className="size-5" />
            {words.notArrived}
          </Button>
        </div>
      );
    case 'done':
    case 'no_show':
    case 'cancelled':
      return (
        <Button isNew={isNew} look="soft" onPress={() => become('confirmed')}>
          <RotateCcw aria-hidden className="size-5" />
          {visit.status === 'cancelled' ? words.restore : words.reopen}
        </Button>
      );
  }
}
