import type { LearningEvents, VisitorEvent } from '@salon/contracts/learning';
import { consent } from '../consent/consent.ts';

/** What an event says beside the salon it happened at. */
type Said<Event extends VisitorEvent> = Omit<LearningEvents[Event], 'salon'>;
/** An event and what it says, of the catalogue. */
export type Told = { readonly [Event in VisitorEvent]: readonly [Event, Said<Event>] }[VisitorEvent];

/** Where events go once it is loaded. */
export type Learning = {
  readonly capture: (event: VisitorEvent, said: object, at: Date) => void;
  /** The anonymous name of this visitor. */
  readonly visitor: () => string;
  /** Says no more, and takes away what it stored. */
  readonly stop: () => void;
};

let learning: Learning | undefined;
let waiting: { readonly told: Told; readonly at: Date }[] = [];

/** Tells what a visitor does, if she consented; until then nothing is kept, not even for later. */
export function tell(...told: Told): void {
  if (consent()?.answer !== 'yes') return;
  const at = new Date();
  if (learning) learning.capture(told[0], told[1], at);
  else waiting.push({ told, at });
}

/** What was told while it was being loaded goes there first. */
export function learnWith(loaded: Learning): void {
  learning = loaded;
  for (const { told, at } of waiting) loaded.capture(told[0], told[1], at);
  waiting = [];
}

/** She took her consent back. */
export function learnNoMore(): void {
  learning?.stop();
  learning = undefined;
  waiting = [];
}

/** Sent with a booking of a visitor who consented, so that the server can tell of it whatever becomes of the page. */
export const visitorHeader = (): Record<string, string> => (learning ? { 'x-visitor': learning.visitor() } : {});
