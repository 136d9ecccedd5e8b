/** Minutes of the day of hours like `9:00-13:30`; 24:00 is the end of the day. */
export function minutesOf(hours: string): { startMinute: number; endMinute: number } {
  const [startMinute, endMinute] = hours.split('-').map((time) => {
    const [hour, minute] = time.split(':').map(Number);
    return (hour ?? Number.NaN) * 60 + (minute ?? Number.NaN);
  });
  if (startMinute === undefined || endMinute === undefined || !(startMinute < endMinute)) {
    throw new RangeError(`${hours} are no hours`);
  }
  return { startMinute, endMinute };
}
