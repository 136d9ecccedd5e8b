import type { Random } from '../random.ts';
import { NAME_STOCKS } from './names.ts';
import { TEAM } from './team.ts';

/** What brings somebody to the salon; decides what is booked. */
export type Habit = 'woman' | 'coloured' | 'man' | 'bearded' | 'parent';

export type Person = {
  readonly name: string;
  readonly email: string;
  readonly phone: string | undefined;
  readonly locale: 'de' | 'en';
  readonly habit: Habit;
  /** The staff member usually asked for. */
  readonly favourite: string;
  /** Usual days between two visits. */
  readonly rhythm: number;
  /** Children who come along, for a parent. */
  readonly children: readonly string[];
};

const HABITS: readonly {
  habit: Habit;
  share: number;
  female: number;
  rhythm: [number, number];
  asks: Record<string, number>;
}[] = [
  {
    habit: 'woman',
    share: 27,
    female: 1,
    rhythm: [28, 54],
    asks: { Maren: 5, Jonas: 4, Aylin: 3, Svenja: 5, Lina: 5 },
  },
  { habit: 'coloured', share: 20, female: 1, rhythm: [28, 50], asks: { Maren: 4, Jonas: 4, Aylin: 10 } },
  { habit: 'man', share: 28, female: 0, rhythm: [21, 36], asks: { Maren: 1, Jonas: 4, Svenja: 3, Tomasz: 6, Lina: 6 } },
  { habit: 'bearded', share: 12, female: 0, rhythm: [17, 30], asks: { Jonas: 3, Tomasz: 10 } },
  { habit: 'parent', share: 13, female: 0.75, rhythm: [28, 52], asks: { Svenja: 6, Lina: 5, Tomasz: 2 } },
];

/** Customers of the demo salon: no two with one address; every phone number is reserved for fiction. */
export function people(random: Random, count: number, children: readonly string[]): Person[] {
  const phones = fictionalNumbers(random);
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const kind = random.weighted(HABITS, ({ share }) => share);
    const stock = random.weighted(NAME_STOCKS, ({ share }) => share);
    const first = random.pick(random.chance(kind.female) ? stock.women : stock.men);
    const family = random.pick(stock.families);
    const [shortest, longest] = kind.rhythm;
    return {
      name: `${first} ${family}`,
      email: address(first, family, taken),
      phone: random.chance(0.92) ? phones.pop() : undefined,
      locale: random.chance(0.04) ? 'en' : 'de',
      habit: kind.habit,
      favourite: random.weighted(TEAM, ({ name }) => kind.asks[name.split(' ')[0] ?? ''] ?? 0).name,
      rhythm: shortest + random.below(longest - shortest),
      children: kind.habit === 'parent' ? [random.pick(children), random.pick(children)] : [],
    };
  });
}

function address(first: string, family: string, taken: Set<string>): string {
  const local = `${latin(first)}.${latin(family)}`;
  for (let number = 1; ; number++) {
    const email = `${local}${number === 1 ? '' : number}@kunde.example`;
    if (taken.has(email)) continue;
    taken.add(email);
    return email;
  }
}

const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ł: 'l', ı: 'i', ø: 'o' };

/** A name as it stands in an e-mail address. */
function latin(name: string): string {
  const spelled = name.toLowerCase().replace(/[äöüßłıø]/g, (letter) => SPELLED[letter] ?? letter);
  return spelled.normalize('NFD').replace(/[^a-z]/g, '');
}

/** Shuffled numbers that the Bundesnetzagentur keeps free for films and books (Mitteilung 148/2021). */
function fictionalNumbers(random: Random): string[] {
  const block = (prefix: string, first: number, last: number) =>
    Array.from(
      { length: last - first + 1 },
      (_, index) => prefix + String(first + index).padStart(String(last).length, '0'),
    );
  // 040 66969-100 is the salon's own.
  const numbers = [...block('0176 040690', 0, 99), ...block('0171 39200', 0, 99), ...block('040 66969', 101, 999)];
  const order = new Map(numbers.map((number) => [number, random.share() * (number.startsWith('01') ? 1 : 2)]));
  return numbers.sort((a, b) => (order.get(b) ?? 0) - (order.get(a) ?? 0));
}
