import type { Mailbox } from './mail.ts';

const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/**
 * Whether `text` is one bare address and nothing else: no list, no name, no comment, no line break that would begin
 * another header. Stricter than RFC 5322 on purpose; what it refuses nobody's provider hands out.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/** Reads `Name <address>` or a bare address, as in `MAIL_FROM`; undefined for anything else. */
export function parseMailbox(text: string): Mailbox | undefined {
  const match = /^\s*(?:"?([^"<>\r\n]*?)"?\s*<([^<>]*)>|(\S+))\s*$/.exec(text);
  const address = match?.[2] ?? match?.[3] ?? '';
  return isMailAddress(address) ? { name: displayName(match?.[1] ?? ''), address } : undefined;
}

/** A name as it may stand before an address: nothing that reads like another address, not too long; null when nothing is left. */
export function displayName(text: string): string | null {
  const characters = [
    ...text
      .replace(/[<>"@\p{C}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ];
  return characters.slice(0, 70).join('').trim() || null;
}
