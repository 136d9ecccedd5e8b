/** Where most mail goes, and so where a slip is worth a question. */
const USUAL = [
  'gmail.com',
  'googlemail.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  't-online.de',
  'outlook.com',
  'outlook.de',
  'hotmail.com',
  'hotmail.de',
  'icloud.com',
  'yahoo.com',
  'yahoo.de',
  'freenet.de',
  'posteo.de',
  'mailbox.org',
  'mail.com',
  'mail.de',
];

/** "anna@gmial.com" was probably meant to be "anna@gmail.com"; undefined: nothing looks like a slip. */
export function meantEmail(email: string): string | undefined {
  const [name, domain, ...more] = email.trim().toLowerCase().split('@');
  if (!name || !domain || more.length > 0 || USUAL.includes(domain)) return undefined;
  const meant = USUAL.find((usual) => slips(domain, usual) === 1);
  return meant && `${email.trim().split('@')[0]}@${meant}`;
}

/** Letters too many, too few, wrong or swapped: 0, 1, or 2 for more than one. */
function slips(typed: string, meant: string): number {
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  let end = 0;
  while (end < Math.min(typed.length, meant.length) - start && typed.at(-1 - end) === meant.at(-1 - end)) end++;
  const [t, m] = [typed.slice(start, typed.length - end), meant.slice(start, meant.length - end)];
  if (t.length === 0 && m.length === 0) return 0;
  const swapped = t.length === 2 && m.length === 2 && t[0] === m[1] && t[1] === m[0];
  return swapped || (t.length <= 1 && m.length <= 1) ? 1 : 2;
}
