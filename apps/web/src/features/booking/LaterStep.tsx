import type { SalonAnswer } from '@salon/contracts/salon';
import { CheckStep } from './CheckStep.tsx';
import { DetailsStep } from './DetailsStep.tsx';
import { PersonStep } from './PersonStep.tsx';
import { TimeStep } from './TimeStep.tsx';
import type { BookingSending } from './use-booking-sending.ts';
import type { DetailsState } from './use-details.ts';
import type { Step } from './wish.ts';

/** Every step after the first. One chunk for all of them, so that nobody waits between two steps on a bad network. */
export function LaterStep(props: {
  readonly step: Exclude<Step, 'services'>;
  readonly page: SalonAnswer;
  readonly details: DetailsState;
  readonly sending: BookingSending;
}) {
  const { page, details, sending } = props;
  switch (props.step) {
    case 'person':
      return <PersonStep page={page} />;
    case 'time':
      return <TimeStep page={page} />;
    case 'details':
      return <DetailsStep page={page} details={details} />;
    case 'check':
      return <CheckStep page={page} details={details} sending={sending} />;
  }
}
