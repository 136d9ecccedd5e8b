/** A visit of somebody who is ill, as its preview shows it. */
type Shown = {
  visit: { id: string; version: number };
  others: { staffId: string }[];
  times: { startsAt: string; staffIds: string[] }[];
};

/** Longer than any of her visits. */
const APART_MS = 40 * 60_000;

/** Each given to whoever can, else moved to the first time offered that is not given to another one, else cancelled. */
export function choicesFor(shown: readonly Shown[]): object[] {
  const given: { staffId: string; at: number }[] = [];
  const isGiven = (staffId: string, at: number) =>
    given.some((one) => one.staffId === staffId && Math.abs(one.at - at) < APART_MS);
  return shown.map(({ visit, others: [other], times }) => {
    const of = { visitId: visit.id, version: visit.version };
    if (other !== undefined) return { do: 'give', ...of, staffId: other.staffId };
    for (const { startsAt, staffIds } of times) {
      const staffId = staffIds.find((id) => !isGiven(id, Date.parse(startsAt)));
      if (staffId === undefined) continue;
      given.push({ staffId, at: Date.parse(startsAt) });
      return { do: 'move', ...of, staffId, startsAt };
    }
    return { do: 'cancel', ...of };
  });
}
