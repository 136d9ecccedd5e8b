/** Whether nothing may be changed just now, asked anew each time: it is switched while everything runs. */
export type ReadOnly = {
  readonly on: boolean;
  /** When it is thought to end, ISO 8601; null: nobody knows, or that time has passed. */
  readonly until: string | null;
};

/** What those who listen for changes are told it is about, where else a salon's id stands. */
export const READ_ONLY_TOPIC = 'read_only';
