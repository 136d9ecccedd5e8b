import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

export type ManageToken = {
  readonly salonId: string;
  readonly bookingId: string;
  readonly tokenVersion: number;
  /** Only {@link manageTokens} makes these, from a signature that holds. */
  readonly verified: true;
};

const IDS = 32;
const SIGNED = IDS + 4;
/** 128 bits of HMAC-SHA-256: beyond guessing, and short enough for a mail. */
const MAC = 16;

/**
 * The customer's link holds everything needed and is stored nowhere:
 * base64url of salon id, booking id, token version and an HMAC over them.
 * The first secret signs, all verify.
 */
export function manageTokens(secrets: readonly string[]) {
  const mac = (secret: string, data: Buffer) =>
    createHmac('sha256', secret).update('manage').update(data).digest().subarray(0, MAC);
  const [signing] = secrets;
  if (signing === undefined) throw new Error('at least one secret is needed');
  return {
    sign(salonId: string, bookingId: string, tokenVersion: number): string {
      const data = Buffer.alloc(SIGNED);
      data.set(parse(salonId), 0);
      data.set(parse(bookingId), 16);
      data.writeUInt32BE(tokenVersion, IDS);
      return Buffer.concat([data, mac(signing, data)]).toString('base64url');
    },

    verify(token: string): ManageToken | undefined {
      const bytes = Buffer.from(token, 'base64url');
      // Re-encoding rules out other spellings of the same bytes.
      if (bytes.length !== SIGNED + MAC || bytes.toString('base64url') !== token) return undefined;
      const data = bytes.subarray(0, SIGNED);
      const given = bytes.subarray(SIGNED);
      if (!secrets.some((secret) => timingSafeEqual(mac(secret, data), given))) return undefined;
      return {
        salonId: stringify(data, 0),
        bookingId: stringify(data, 16),
        tokenVersion: data.readUInt32BE(IDS),
        verified: true,
      };
    },
  };
}

export type ManageTokens = ReturnType<typeof manageTokens>;
