import type { DeskVisit } from '@salon/contracts/desk/visit';
import type { CSSProperties } from 'react';
import { classes } from '../../ui/classes.ts';

/** The pictures of marks.svg, from left to right; the most urgent is shown first where there is room for few. */
const PICTURES = [
  ...['requested', 'arrived', 'done', 'no_show', 'allergy', 'noShows'],
  ...['overlaps', 'sameCustomerAtOnce', 'newCustomer', 'note', 'online', 'outside'],
];
const URGENCY = [
  ...['allergy', 'noShows', 'no_show', 'requested', 'outside', 'overlaps', 'arrived'],
  ...['done', 'sameCustomerAtOnce', 'newCustomer', 'note', 'online'],
];

/**
 * What a glance at a visit should tell, as small pictures. They say nothing: the words stand in the visit's label. All
 * are parts of one picture: an <svg> each would be a layer of its own to the browser, and a thousand layers do not scroll.
 */
export function Marks(props: {
  readonly visit: DeskVisit;
  /** It lies outside of the hours there are by now. */
  readonly outside: boolean;
  readonly className?: string;
}) {
  const { marks, status } = props.visit;
  const shown = URGENCY.filter(
    (name) =>
      name === status || (name in marks && marks[name as keyof typeof marks]) || (name === 'outside' && props.outside),
  );
  if (shown.length === 0) return null;
  return (
    <span aria-hidden className={classes('calendar-marks', props.className)}>
      {shown.map((name) => (
        <span key={name} className="calendar-mark" style={{ '--mark': PICTURES.indexOf(name) } as CSSProperties} />
      ))}
    </span>
  );
}
