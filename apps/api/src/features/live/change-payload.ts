/** Where the processes of the API tell each other which days have changed. */
export const CHANGES_CHANNEL = 'salon_changes';

/** PostgreSQL takes payloads below 8,000 bytes. */
const LONGEST = 7_900;
/** Past it a salon is better looked at as a whole: more than any calendar shows. */
export const MOST_DATES = 62;

/** The days of some salons, as few texts as may be: a line for each salon, its id and the dates. */
export function payloadsOf(changes: ReadonlyMap<string, ReadonlySet<string> | 'all'>): string[] {
  const payloads: string[] = [];
  for (const [salonId, dates] of changes) {
    const days = dates === 'all' || dates.size > MOST_DATES ? 'all' : [...dates].join(' ');
    const line = `${salonId} ${days}`;
    const last = payloads.at(-1);
    if (last === undefined || last.length + 1 + line.length > LONGEST) payloads.push(line);
    else payloads[payloads.length - 1] = `${last}\n${line}`;
  }
  return payloads;
}

/** The same, read; what is not written so is left out. */
export function changesIn(payload: string): [salonId: string, dates: readonly string[] | 'all'][] {
  return payload.split('\n').flatMap((line): [string, readonly string[] | 'all'][] => {
    const [salonId, ...days] = line.split(' ');
    if (salonId === undefined || days.length === 0) return [];
    return [[salonId, days[0] === 'all' ? 'all' : days]];
  });
}
