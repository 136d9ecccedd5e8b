import { z } from 'zod';

/** The steps to a visit, as events name them. */
const BookingStep = z.enum(['services', 'person', 'time', 'details', 'check']);
/** An id of the catalogue or of a salon: of a thing, never of a person. */
const KnownId = z.uuid().brand<'KnownId'>();
export type KnownId = z.infer<typeof KnownId>;
const Salon = { salon: KnownId };
const Days = z.int().min(0).max(730);
const Services = z.int().min(1).max(6);

/**
 * All that PostHog may hear of a visitor, and so what an owner's visitors consent to. Properties are closed: ids of things,
 * counts, and words of a list. What somebody types, a link, or a key has no place to go.
 */
const EVENTS = {
  /** The booking page was opened. */
  booking_started: z.object({ ...Salon, language: z.enum(['de', 'en']) }),
  /** A service was put into the basket: the list shows all of them, so having one on the screen says nothing. */
  service_viewed: z.object({ ...Salon, service: KnownId }),
  /** Days and times were shown. */
  calendar_opened: z.object({ ...Salon, services: Services }),
  date_selected: z.object({ ...Salon, daysAhead: Days }),
  /** A start was tapped, however often another one follows. */
  time_slot_clicked: z.object({ ...Salon, daysAhead: Days }),
  /** The first start of this page's life with which somebody went on. */
  time_selected: z.object({ ...Salon, daysAhead: Days }),
  customer_details_entered: z.object({ ...Salon, forOther: z.boolean() }),
  /** Somebody wanted to go on, and a field was not right. */
  form_error: z.object({
    ...Salon,
    field: z.enum(['name', 'email', 'phone', 'guest', 'note']),
    wrong: z.enum(['name', 'guest', 'emailMissing', 'email', 'phone', 'long']),
  }),
  booking_step_completed: z.object({ ...Salon, step: BookingStep }),
  /** A visit was cancelled by its customer. */
  cancellation: z.object({ ...Salon, daysAhead: Days }),
  /** A visit was booked. Said by the server alone, whatever becomes of the page. */
  booking_completed: z.object({
    ...Salon,
    services: Services,
    priceCents: z.int().min(0),
    currency: z.string().length(3).brand<'Currency'>(),
  }),
} as const;

type EventName = keyof typeof EVENTS;
export type LearningEvents = { readonly [Name in EventName]: z.infer<(typeof EVENTS)[Name]> };

/** Properties into which anything could be written: a name in here is a type error on the line below. */
type Open<Properties> = {
  [Name in keyof Properties]: string extends Properties[Name] ? Name : never;
}[keyof Properties];
type Nothing<None extends never> = None;
/** Holds the catalogue to closed properties. */
export type NothingOpen = Nothing<{ [Name in EventName]: Open<LearningEvents[Name]> }[EventName]>;

/** What a page may say by itself. */
export type VisitorEvent = Exclude<EventName, 'booking_completed'>;

/** An event as PostHog takes it; the same uuid at the same instant counts once there, however often it is sent. */
export type CleanEvent = {
  readonly event: EventName;
  readonly uuid: string;
  readonly timestamp: string;
  readonly distinct_id: string;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
};

/** Nobody gets a profile, and PostHog does not look up where an address is. */
const ANONYMOUS = { $process_person_profile: false, $geoip_disable: true } as const;

/** An event of the catalogue, ready to be sent. */
export function learningEvent<Name extends EventName>(
  event: Name,
  properties: LearningEvents[Name],
  at: { readonly uuid: string; readonly timestamp: string; readonly distinctId: string },
): CleanEvent {
  const { uuid, timestamp, distinctId } = at;
  return { event, uuid, timestamp, distinct_id: distinctId, properties: { ...properties, ...ANONYMOUS } };
}

/** As PostHog's library hands an event over: before it sends it, and on the wire. */
const Captured = z.object({
  event: z.enum(Object.keys(EVENTS) as [EventName, ...EventName[]]).exclude(['booking_completed']),
  uuid: z.uuid(),
  timestamp: z.coerce.date(),
  properties: z.looseObject({ distinct_id: z.uuid(), token: z.string(), $session_id: z.uuid().optional() }),
});

/**
 * What may go out of an event that a page made: of the catalogue, for this project, and of its properties those the catalogue
 * names. The library adds addresses of pages (a manage link is a key), referrers and campaigns by itself; all of it ends here.
 * Undefined: nothing of it may.
 */
export function cleanEvent(captured: unknown, projectKey: string): CleanEvent | undefined {
  const parsed = Captured.safeParse(captured);
  if (!parsed.success || parsed.data.properties.token !== projectKey) return undefined;
  const { event, uuid, timestamp, properties } = parsed.data;
  const said = EVENTS[event].safeParse(properties);
  if (!said.success) return undefined;
  const { distinct_id, $session_id } = properties;
  const of = $session_id === undefined ? {} : { $session_id };
  return {
    ...{ event, uuid, distinct_id, timestamp: timestamp.toISOString() },
    properties: { ...said.data, ...of, ...ANONYMOUS },
  };
}

/** The header in which a booking names its visitor, sent after consent only. */
export const VISITOR_HEADER = 'x-visitor';

/** What posthog-js takes for an answer. */
export const MeasureAnswer = z.object({ status: z.literal(1) }).meta({ id: 'MeasureAnswer' });
