/** One of Sentry's conditions or filters, as its API takes them; `id` is the class that it names. */
type Rule = { readonly id: string; readonly [setting: string]: string | number };

/** When somebody is told of errors: the body of Sentry's `projects/ORG/PROJECT/rules/`. */
export type Alert = {
  readonly name: string;
  readonly actionMatch: 'any' | 'all';
  readonly filterMatch: 'any' | 'all';
  /** Minutes after which the same alert may come again for the same fault. */
  readonly frequency: number;
  readonly conditions: readonly Rule[];
  readonly filters: readonly Rule[];
  readonly actions: readonly Rule[];
};

const CONDITION = 'sentry.rules.conditions';
const FILTER = 'sentry.rules.filters';
const FIRST_SEEN: Rule = { id: `${CONDITION}.first_seen_event.FirstSeenEventCondition` };
const seen = (value: number, interval: '1m' | '5m'): Rule => ({
  ...{ id: `${CONDITION}.event_frequency.EventFrequencyCondition`, comparisonType: 'count' },
  ...{ value, interval },
});
const tagged = (key: string, value: string): Rule => ({
  id: `${FILTER}.tagged_event.TaggedEventFilter`,
  key,
  match: 'eq',
  value,
});
/** Those who look after the product, by mail; who gets which is set in Sentry. */
const MAIL: Rule = {
  id: 'sentry.mail.actions.NotifyEmailAction',
  targetType: 'IssueOwners',
  fallthroughType: 'ActiveMembers',
};

const alert = (name: string, frequency: number, conditions: readonly Rule[], filters: readonly Rule[] = []): Alert => ({
  ...{ name, frequency, conditions, filters, actionMatch: 'any', filterMatch: 'all' },
  actions: [MAIL],
});

export const ALERTS: readonly Alert[] = [
  alert('A fault never seen before', 30, [FIRST_SEEN]),
  alert('Ten errors of one kind in a minute', 30, [seen(9, '1m')]),
  alert('The database fails', 10, [FIRST_SEEN, seen(0, '1m')], [tagged('fault', 'database')]),
  alert('Nobody can sign in', 10, [FIRST_SEEN, seen(2, '5m')], [tagged('feature', 'account')]),
];
