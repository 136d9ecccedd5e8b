import type { LearningEvents, VisitorEvent } from '@salon/contracts/learning';
import { agreedVisitor, consent } from '../consent/consent.ts';

/** What an event says beside the salon it happened at. */
type Said<Event extends VisitorEvent> = Omit<LearningEvents[Event], 'salon'>;
/** An event and what it says, of the catalogue. */
export type Told = { readonly [Event in VisitorEvent]: readonly [Event, Said<Event>] }[VisitorEvent];

/** Where events go once it is loaded. */
export type Learning = {
  readonly capture: (event: VisitorEvent, said: object, at: Date) => void;
  /** Says no more, not even what waits to be sent. */
  readonly stop: () => void;
};

/** Steps of a visit that are kept until they can be told; what tells them may never be loaded (a blocker, no network). */
const MOST_WAITING = 100;

/** Of which salon somebody listens. */
let listening: { readonly slug: string; readonly to: Learning } | undefined;
let waiting: { readonly slug: string; readonly told: Told; readonly at: Date }[] = [];

/** Tells what a visitor does at a salon, if she consented; until then nothing is kept, not even for later. */
export function tell(slug: string, ...told: Told): void {
  if (consent()?.answer !== 'yes') return;
  const at = new Date();
  if (listening?.slug === slug) listening.to.capture(told[0], told[1], at);
  else if (waiting.length < MOST_WAITING) waiting.push({ slug, told, at });
}

/**
 * What was told of this salon while it was being loaded goes there first; what was told of another, that measures nobody,
 * goes nowhere. Returns what ends it when she leaves the salon; who she is stays as it is.
 */
export function learnWith(slug: string, to: Learning): () => void {
  const own = { slug, to };
  listening = own;
  for (const { told, at } of waiting.filter((one) => one.slug === slug)) to.capture(told[0], told[1], at);
  waiting = [];
  return () => {
    if (listening === own) listening = undefined;
  };
}

/** She took her consent back. */
export function learnNoMore(): void {
  listening?.to.stop();
  listening = undefined;
  waiting = [];
}

/**
 * Sent with a booking of a visitor who consented at a salon that measures, so that the server can tell of it whatever becomes
 * of the page, or of the library that measures.
 */
export function visitorHeader({ measuring }: { readonly measuring: object | null }): Record<string, string> {
  const visitor = measuring === null ? undefined : agreedVisitor();
  return visitor === undefined ? {} : { 'x-visitor': visitor };
}
