/** What a choice of minutes says when there is none. */
export const NEVER = 'never';

/** Minutes that can be chosen, and among them those that stand there. */
export function minutesWith(choices: readonly number[], known: number | null): number[] {
  return known === null || choices.includes(known) ? [...choices] : [...choices, known].sort((a, b) => a - b);
}
