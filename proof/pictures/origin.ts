import { z } from 'zod';

/** Where and when something was measured, as every result file tells. */
export const Origin = z.object({
  machine: z.object({ cpu: z.string(), cores: z.number(), memoryGiB: z.number() }),
  date: z.string(),
});

/** The machine and the day; numbers stay with their units. */
export function originOf({ machine, date }: z.infer<typeof Origin>): string {
  return `${machine.cores}\u00a0×\u00a0${machine.cpu}, ${machine.memoryGiB}\u00a0GiB, ${date.slice(0, 10)}`;
}
