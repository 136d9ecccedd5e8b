import type { DeskVisit } from '@salon/contracts/desk/visit';
import {
  Check,
  CircleHelp,
  CircleX,
  DoorOpen,
  Globe,
  Layers2,
  type LucideIcon,
  Sparkles,
  StickyNote,
  TriangleAlert,
  UsersRound,
  UserX,
} from 'lucide-react';
import { classes } from '../../ui/classes.ts';

const STATES: Partial<Record<DeskVisit['status'], { icon: LucideIcon; tone?: string }>> = {
  requested: { icon: CircleHelp },
  arrived: { icon: DoorOpen },
  done: { icon: Check },
  no_show: { icon: CircleX, tone: 'text-wrong' },
};

/** What a glance at a visit should tell, as small pictures. They say nothing: the words stand in the visit's label. */
export function Marks({ visit, className }: { readonly visit: DeskVisit; readonly className?: string }) {
  const { marks, status } = visit;
  const state = STATES[status];
  const shown: { icon: LucideIcon; tone?: string }[] = [
    ...(state ? [state] : []),
    ...(marks.allergy ? [{ icon: TriangleAlert, tone: 'text-wrong' }] : []),
    ...(marks.noShows > 0 ? [{ icon: UserX, tone: 'text-wrong' }] : []),
    ...(marks.overlaps ? [{ icon: Layers2, tone: 'text-heed' }] : []),
    ...(marks.sameCustomerAtOnce ? [{ icon: UsersRound }] : []),
    ...(marks.newCustomer ? [{ icon: Sparkles }] : []),
    ...(marks.note ? [{ icon: StickyNote }] : []),
    ...(marks.online ? [{ icon: Globe }] : []),
  ];
  if (shown.length === 0) return null;
  return (
    <span aria-hidden className={className}>
      {shown.map(({ icon: Icon, tone }) => (
        <Icon key={Icon.displayName} className={classes('size-3.5', tone)} />
      ))}
    </span>
  );
}
