/** How the bookings of a sample are sent, and how many they are. */
export type Way = {
  readonly name: 'alone' | 'together' | 'after a checkpoint';
  readonly words: string;
  readonly bookings: number;
  /** In one statement each, or several in one. */
  readonly together: boolean;
  /** Whether a checkpoint goes before, so that every page is logged whole once more. */
  readonly checkpoint: boolean;
};

/** In the order in which one database goes through them. */
export const WAYS: readonly Way[] = [
  { name: 'alone', words: 'Each in a statement of its own', bookings: 800, together: false, checkpoint: false },
  { name: 'together', words: 'Sixteen in a statement', bookings: 1_600, together: true, checkpoint: false },
  {
    name: 'after a checkpoint',
    words: 'Sixteen in a statement, right after a checkpoint',
    bookings: 800,
    together: true,
    checkpoint: true,
  },
];
