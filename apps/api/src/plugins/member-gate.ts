import { type Reach, RIGHTS, type Right, type Role, reachOf } from '@salon/contracts/desk/rights';
import { Id } from '@salon/contracts/wire';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.ts';
import type { SessionReader, SignedIn } from '../features/login/session.ts';
import type { Membership } from '../features/member/member.repo.ts';
import { type MemberScope, scopeOfMember } from '../scope/salon-scope.ts';
import { refuseOtherSites } from './own-origin.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a route of the desk asks for; `signedIn`: no salon, only somebody who is signed in. */
    right?: Right | 'signedIn';
  }
  interface FastifyRequest {
    /** Whoever is signed in; on routes of the desk. */
    readonly login: SignedIn;
    /** Whoever works in the salon of the address, with the right of the route; on routes of a salon's desk. */
    readonly member: MemberScope;
  }
}

const DESK = '/api/desk';
const OF_A_SALON = `${DESK}/:salonId/`;
const SIGNING_IN = '/api/auth/';

const isOfDesk = (url: string) => url === DESK || url.startsWith(`${DESK}/`);

type Deps = {
  readonly signedIn: SessionReader;
  readonly membership: (loginId: string, salonId: string) => Promise<Membership | undefined>;
  readonly ownOrigins: ReadonlySet<string>;
};

/**
 * Stands before every route under /api/desk: somebody is signed in, works in that salon, and her role has the right the
 * route names. A route that names none cannot be registered, so none can be forgotten. What is said there, and where one
 * signs in, is for one person only, and taken from our own pages only.
 */
export function guardDesk(app: FastifyInstance, deps: Deps): void {
  const logins = new WeakMap<FastifyRequest, SignedIn>();
  const members = new WeakMap<FastifyRequest, MemberScope>();
  app.decorateRequest('login', { getter: found(logins, 'is not one of the desk') });
  app.decorateRequest('member', { getter: found(members, 'is not one of a salon’s desk') });

  app.addHook('onRoute', ({ url, config }) => {
    if (!isOfDesk(url)) return;
    const right = config?.right;
    if (right === undefined) throw new Error(`${url} names no right`);
    if (right !== 'signedIn' && !url.startsWith(OF_A_SALON)) throw new Error(`${url} names a right, but no salon`);
  });

  app.addHook('onRequest', async (request, reply) => {
    const { url, config } = request.routeOptions;
    const asked = url ?? request.url.split('?', 1)[0] ?? '';
    if (!isOfDesk(asked) && !asked.startsWith(SIGNING_IN)) return;
    reply.header('cache-control', 'no-store');
    if (url === undefined) return;
    refuseOtherSites(request, deps.ownOrigins);
    if (config.right !== undefined) await recognise(request, reply, config.right);
  });

  async function recognise(request: FastifyRequest, reply: FastifyReply, right: Right | 'signedIn'): Promise<void> {
    const login = await deps.signedIn(request, reply);
    if (login === undefined) throw new AppError('unauthenticated', 'Sign in first.');
    logins.set(request, login);
    request.loginId = login.loginId;
    if (right !== 'signedIn') members.set(request, await memberOf(request, login, right));
  }

  async function memberOf(request: FastifyRequest, login: SignedIn, right: Right): Promise<MemberScope> {
    const { data: salonId } = Id.safeParse((request.params as { salonId?: unknown }).salonId);
    const membership = salonId === undefined ? undefined : await deps.membership(login.loginId, salonId);
    if (salonId === undefined || membership === undefined) {
      throw new AppError('salon_not_found', 'You work in no such salon.');
    }
    request.salonId = salonId;
    const { loginId, loginName } = login;
    return scopeOfMember({ salonId, looked: true, loginId, loginName, ...membership, ...reaching(membership, right) });
  }
}

/** How far a member's right reaches. */
function reaching(
  { role, staffId }: Membership,
  right: Right,
): { reach: 'all'; staffId: string | null } | { reach: 'own'; staffId: string } {
  const reach: Reach | undefined = reachOf(role, right);
  if (reach === 'all') return { reach, staffId };
  if (reach === undefined) throw new AppError('forbidden', `This is for ${whoMay(right)} only.`);
  if (staffId === null) {
    throw new AppError(
      'forbidden',
      'You see what is your own, but are no staff member yet. Ask the owner to link you.',
    );
  }
  return { reach, staffId };
}

const whoMay = (right: Right) => (Object.keys(RIGHTS[right]) as Role[]).join(', ');

function found<T>(held: WeakMap<FastifyRequest, T>, why: string) {
  return function get(this: FastifyRequest): T {
    const value = held.get(this);
    if (value === undefined) throw new Error(`${this.routeOptions.url} ${why}`);
    return value;
  };
}
