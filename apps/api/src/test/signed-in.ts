import { createHmac, randomBytes } from 'node:crypto';
import type { Role } from '@salon/contracts/desk/rights';
import type { InjectOptions } from 'fastify';
import { v7 } from 'uuid';
import { loginSecrets } from '../features/login/login-secrets.ts';
import { SECRET, type TestApi } from './test-api.ts';

const ORIGIN = 'http://localhost:3000';
const FAR = new Date('2100-01-01T00:00:00Z');

type Options = {
  /** The staff member she is. */
  readonly staffId?: string;
  readonly name?: string;
  /** One more salon for somebody who is signed in already. */
  readonly loginId?: string;
};

/** Somebody who works in a salon and is signed in, made without asking anybody. */
export async function signIn(api: TestApi, salon: { readonly id: string }, role: Role, options: Options = {}) {
  const name = options.name ?? `Test ${role}`;
  const { cookie, loginId, email } = await openSession(api, { name, ...options });
  const memberId = v7();
  await api.prisma.member.create({ data: { salonId: salon.id, id: memberId, loginId, email, name, role } });
  if (options.staffId !== undefined) {
    await api.prisma.staff.update({
      where: { salonId_id: { salonId: salon.id, id: options.staffId } },
      data: { memberId },
    });
  }
  return { loginId, memberId, email, cookie, call: caller(api, cookie) };
}
export type SignedInMember = Awaited<ReturnType<typeof signIn>>;

/** A login with a session, and no salon. */
export async function openSession(api: TestApi, options: { readonly name?: string; readonly loginId?: string } = {}) {
  const loginId = options.loginId ?? v7();
  const email = `${loginId}@login.example`;
  if (options.loginId === undefined) {
    await api.prisma.login.create({ data: { id: loginId, name: options.name ?? 'Test', email, emailVerified: true } });
  }
  const token = randomBytes(24).toString('base64url');
  await api.prisma.loginSession.create({ data: { id: v7(), loginId, token, expiresAt: FAR } });
  const cookie = `salon.session_token=${encodeURIComponent(`${token}.${signature(token)}`)}`;
  return { loginId, email, cookie, call: caller(api, cookie) };
}

function signature(token: string): string {
  const [first] = loginSecrets([SECRET]);
  return createHmac('sha256', first?.value ?? '')
    .update(token)
    .digest('base64');
}

/** Calls the API as a browser with this cookie would, from our own page. */
function caller(api: TestApi, cookie: string) {
  return async function call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers: Record<string, string> = {},
    app: TestApi['app'] = api.app,
  ) {
    const request: InjectOptions = { method, url, headers: { cookie, origin: ORIGIN, ...headers } };
    if (body !== undefined) request.payload = body;
    const response = await app.inject(request);
    const json = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: json ? response.json() : undefined,
      headers: response.headers,
      text: response.body,
    };
  };
}
