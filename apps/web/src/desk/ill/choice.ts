import type { IllPreview, IllRequest } from '@salon/contracts/desk/ill';

export type IllVisit = IllPreview['visits'][number];
export type IllChoice = IllRequest['choices'][number];

/** All that could become of a visit, what is best for the customer first: the same time, another time, none. */
export function choicesOf({ visit, others, times }: IllVisit): IllChoice[] {
  const of = { visitId: visit.id, version: visit.version };
  return [
    ...others.map(({ staffId }): IllChoice => ({ do: 'give', ...of, staffId })),
    ...times.flatMap(({ startsAt, staffIds }) =>
      staffIds.slice(0, 1).map((staffId): IllChoice => ({ do: 'move', ...of, staffId, startsAt })),
    ),
    { do: 'cancel', ...of },
    { do: 'keep', ...of },
  ];
}

/** A choice as a word, the same for the same choice. */
export function wordOf(choice: IllChoice): string {
  if (choice.do === 'give') return `give ${choice.staffId}`;
  if (choice.do === 'move') return `move ${choice.staffId} ${choice.startsAt}`;
  return choice.do;
}

/** What is done with each visit: as chosen where that is still possible, else the best there is. */
export function chosen(visits: readonly IllVisit[], words: ReadonlyMap<string, string>): IllChoice[] {
  const given = new Map<string, IllVisit['visit'][]>();
  return visits.map((one) => {
    const choices = choicesOf(one);
    const word = words.get(one.visit.id);
    const found =
      choices.find((choice) => wordOf(choice) === word) ??
      choices.find((choice) => isBest(choice, one.visit, given)) ??
      ({ do: 'keep', visitId: one.visit.id, version: one.visit.version } as const);
    if (found.do === 'give') given.set(found.staffId, [...(given.get(found.staffId) ?? []), one.visit]);
    return found;
  });
}

/** Nobody is given two at once, and nobody is sent to another day, unless that is chosen. */
function isBest(choice: IllChoice, visit: IllVisit['visit'], given: ReadonlyMap<string, IllVisit['visit'][]>): boolean {
  if (choice.do === 'give') return isFreeStill(given.get(choice.staffId), visit);
  return choice.do !== 'move' || isSameDay(choice.startsAt, visit.startsAt);
}

/** Whether two instants, written in the salon's zone, are of one day. */
export const isSameDay = (a: string, b: string): boolean => a.slice(0, 10) === b.slice(0, 10);

function isFreeStill(given: readonly IllVisit['visit'][] = [], visit: IllVisit['visit']): boolean {
  return !given.some(
    (other) =>
      Date.parse(other.startsAt) < Date.parse(visit.endsAt) && Date.parse(visit.startsAt) < Date.parse(other.endsAt),
  );
}
