/** An address in whatever stands around it; before its quotes are taken, for it may hold one. */
const MAIL = /[^\s<>()@,;:"]+@[^\s<>()@,;:"']+/g;
/** What a text of an error may hold that is somebody's: masked, whatever it stands in. */
const SOMEBODYS: readonly (readonly [RegExp, string])[] = [
  // Idempotency keys, and ids of which nobody says what they are: those that matter stand in tags.
  [/\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/gi, '[id]'],
  // Tokens of links and sessions, signatures: long, and of letters and digits mixed.
  [/(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{24,}/gi, '[token]'],
  // Telephone numbers as people write them.
  [/\+?\d[\d\s()/.-]{4,}\d/g, '[number]'],
];
/** In any kind of quotes, or of brackets, as PostgreSQL puts a row. An apostrophe inside of a word opens nothing. */
const QUOTED = /\([^()]*\)|"[^"]*"|(?<!\w)'[^']*'|`[^`]*`|„[^“”]*[“”]|“[^”]*”|«[^»]*»/g;
/** A quotation that was cut off. */
const NEVER_CLOSED = /["„“«].*$/;
/** What the language itself says of our code: the names in its quotes are those of the code. */
const ABOUT_CODE = /^(TypeError|ReferenceError)$/;
const LONGEST = 300;

/**
 * What an error said, without what it said of somebody: quoted values, addresses, numbers, ids, tokens. Databases, parsers
 * and mail servers quote what they were given.
 */
export function plainText(text: string, errorType = ''): string {
  // `… invalid input: …`, and on the next lines the whole call, or the row.
  let plain = (text.split('\n', 1)[0] ?? '').replace(MAIL, '[mail]');
  if (!ABOUT_CODE.test(errorType)) plain = plain.replace(QUOTED, '[…]').replace(NEVER_CLOSED, '[…]');
  for (const [pattern, mask] of SOMEBODYS) plain = plain.replace(pattern, mask);
  return plain.slice(0, LONGEST);
}
