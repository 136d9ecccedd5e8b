/** Minutes in the unit in which people say them: 1440 is 24 hours, 2880 two days, 90 stays 90 minutes. */
export function timeSpan(minutes: number): { amount: number; unit: 'minutes' | 'hours' | 'days' } {
  const [hour, day] = [60, 1440];
  if (minutes % day === 0 && minutes >= 2 * day) return { amount: minutes / day, unit: 'days' };
  if (minutes % hour === 0) return { amount: minutes / hour, unit: 'hours' };
  return { amount: minutes, unit: 'minutes' };
}
