/**
 * Ways a word may be typed, lower case and without accents: ä as a and as ae, ß as ss. A search compares every way of
 * what was typed with every way of what is there; `Intl.Collator` does not find "Müller" by "mull" in German.
 */
export function spellings(text: string): readonly string[] {
  const lower = text.toLowerCase().replaceAll('ß', 'ss');
  const plain = withoutMarks(lower);
  const long = withoutMarks(lower.normalize('NFC').replace(/[äöüæøœ]/g, (letter) => LONG[letter] ?? letter));
  return plain === long ? [plain] : [plain, long];
}

const LONG: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', æ: 'ae', ø: 'oe', œ: 'oe' };

const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o');
