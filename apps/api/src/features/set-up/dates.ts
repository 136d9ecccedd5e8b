/** Prisma takes and hands out dates as midnight UTC. */
export const asDate = (date: string | null) => (date === null ? null : new Date(`${date}T00:00:00Z`));
export const dateOf = (value: Date) => value.toISOString().slice(0, 10);
export const dateOrNull = (value: Date | null) => value && dateOf(value);
