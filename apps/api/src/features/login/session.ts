import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Auth } from './auth.ts';

/** Somebody who is signed in. */
export type SignedIn = {
  readonly loginId: string;
  readonly loginName: string;
  readonly email: string;
  readonly locale: string;
  readonly secondFactor: boolean;
  readonly sessionId: string;
};

/** Reads who sends a request from its cookie; a session in use lives on, which may renew the cookie. */
export const sessionReader = (auth: Auth) =>
  async function signedIn(request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | undefined> {
    if (request.headers.cookie === undefined) return undefined;
    const { response, headers } = await auth.api.getSession({ headers: webHeaders(request), returnHeaders: true });
    const cookies = headers.getSetCookie();
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    if (response === null) return undefined;
    const { user, session } = response;
    return {
      loginId: user.id,
      loginName: user.name,
      email: user.email,
      locale: user.locale ?? 'de',
      secondFactor: user.twoFactorEnabled ?? false,
      sessionId: session.id,
    };
  };
export type SessionReader = ReturnType<typeof sessionReader>;

/** The headers as the library reads them; where the client is, we say ourselves. */
export function webHeaders({ headers, ip }: { headers: IncomingHttpHeaders; ip: string }): Headers {
  const web = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) web.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  web.set('x-client-ip', ip);
  return web;
}

/** Whoever is signed in, as a mail addresses her. */
export const readerOf = ({ email, locale }: SignedIn) => ({ email, locale });
