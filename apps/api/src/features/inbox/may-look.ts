import type { FastifyRequest } from 'fastify';

export type InboxAccess = {
  /** Mails are caught here, since there is no server to send them. */
  readonly inbox: boolean;
  readonly production: boolean;
  readonly publicUrl: string;
};

/** What proxies add to say for whom they ask. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * Whether a request may see the caught mails. They are personal and hold links that move visits, so in production only
 * somebody at the machine itself may: connected from it, not through a proxy, and to an address that is the machine's own
 * name for itself. The last two also hold where a proxy adds no header, and against a foreign page whose name has been
 * pointed here.
 */
export function mayLook({ inbox, production, publicUrl }: InboxAccess, request: FastifyRequest): boolean {
  if (!inbox || !production) return inbox;
  return (
    isLoopback(request.socket.remoteAddress ?? '') &&
    FORWARDED.every((header) => request.headers[header] === undefined) &&
    isLoopback(hostOf(`http://${request.headers.host ?? ''}`)) &&
    isLoopback(hostOf(publicUrl))
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(host);
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).hostname : '');
