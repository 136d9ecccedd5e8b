import { CircleAlert, Info, TriangleAlert, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

type Tone = 'wrong' | 'heed' | 'info' | 'offline';

const TONES = {
  wrong: { icon: CircleAlert, box: 'bg-wrong-tint', mark: 'text-wrong' },
  heed: { icon: TriangleAlert, box: 'bg-heed-tint', mark: 'text-heed' },
  info: { icon: Info, box: 'bg-sunken', mark: 'text-soft' },
  offline: { icon: WifiOff, box: 'bg-heed-tint', mark: 'text-heed' },
} as const;

/**
 * Something to know, in a sentence, with what can be done about it below. `urgent` interrupts whoever has it read out;
 * otherwise it is read when there is a pause.
 */
export function Notice(props: {
  readonly tone: Tone;
  readonly title: string;
  readonly urgent?: boolean;
  readonly children?: ReactNode;
}) {
  const { icon: Icon, box, mark } = TONES[props.tone];
  return (
    <div role={props.urgent ? 'alert' : 'status'} className={classes('flex gap-3 rounded-card p-4', box)}>
      <Icon aria-hidden className={classes('mt-0.5 size-5 shrink-0', mark)} />
      <div className="min-w-0 flex-1 space-y-3">
        <p className="font-semibold">{props.title}</p>
        {props.children}
      </div>
    </div>
  );
}
