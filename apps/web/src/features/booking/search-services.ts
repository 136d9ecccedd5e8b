import { spellings } from '../../lib/fold.ts';

type Searched = { readonly name: string; readonly description: string | null };

/**
 * The services that answer to what was typed: every word of it somewhere in name, description or category, however its
 * umlauts are typed. Where nothing does, words with one slip in them are taken too ("balyage").
 */
export function searchServices<S extends Searched>(
  services: readonly S[],
  categoryOf: (service: S) => string,
  typed: string,
): readonly S[] {
  const words = typed
    .split(/[\s,.&-]+/)
    .filter((word) => word !== '')
    .map(spellings);
  if (words.length === 0) return services;
  const texts = services.map((service) => ({
    service,
    spelled: spellings([service.name, service.description ?? '', categoryOf(service)].join(' ')),
  }));
  const exact = texts.filter(({ spelled }) => words.every((word) => contains(spelled, word)));
  const found = exact.length > 0 ? exact : texts.filter(({ spelled }) => words.every((word) => nearly(spelled, word)));
  return found.map(({ service }) => service);
}

const contains = (texts: readonly string[], word: readonly string[]) =>
  texts.some((text) => word.some((spelling) => text.includes(spelling)));

/** Shorter words are too much like one another. */
const SHORTEST_FORGIVEN = 5;

function nearly(texts: readonly string[], word: readonly string[]): boolean {
  if (contains(texts, word)) return true;
  return texts.some((text) =>
    word.some(
      (spelling) =>
        spelling.length >= SHORTEST_FORGIVEN && text.split(/[^\p{L}\p{N}]+/u).some((one) => oneSlip(spelling, one)),
    ),
  );
}

/** Whether a word begins as typed but for one letter too many, too few, wrong, or swapped with the next. */
function oneSlip(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  if (at === typed.length) return true;
  const rest = typed.slice(at);
  const there = word.slice(at);
  return (
    there.startsWith(rest.slice(1)) ||
    there.slice(1).startsWith(rest) ||
    there.slice(1).startsWith(rest.slice(1)) ||
    (rest[0] === there[1] && rest[1] === there[0] && there.slice(2).startsWith(rest.slice(2)))
  );
}
