import { line } from '@salon/contracts/wire';
import { StartError } from '@salon/db/embedded/start-error';

/**
 * What was typed behind an option, as one line without control characters: the trail and `status` print it again. Throws a
 * `StartError` where it is none, or longer than `max` characters.
 */
export function oneLine(option: string, typed: string | undefined, max: number): string | undefined {
  if (typed === undefined) return undefined;
  const read = line(max).safeParse(typed);
  if (!read.success) throw new StartError(`--${option}: expected one line of 1 to ${max} characters.`);
  return read.data;
}
