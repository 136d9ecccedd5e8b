import type { AccountMail } from '@salon/contracts/account-mail';
import type { TOTP } from 'otpauth';
import { v4 } from 'uuid';
import type { TestApi } from './test-api.ts';

export const ORIGIN = 'http://localhost:3000';
export const PASSWORD = 'Sehr-langes-Passwort-1';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Options = { readonly headers?: Record<string, string>; readonly app?: TestApi['app'] };

let addresses = 0;

/** Somebody's browser: it keeps cookies, says where it comes from, and has an address of its own. */
export function browser(api: TestApi) {
  const jar = new Map<string, string>();
  const remoteAddress = `10.1.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`;
  async function call(method: Method, url: string, payload?: object, { headers = {}, app = api.app }: Options = {}) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.inject({
      method,
      url,
      remoteAddress,
      headers: { origin: ORIGIN, ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined) continue;
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value ?? '');
    }
    const json = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: json ? response.json() : undefined,
      headers: response.headers,
      text: response.body,
    };
  }
  return {
    jar,
    call,
    post: (url: string, body: object = {}, options?: Options) => call('POST', url, body, options),
    /** Who the API thinks this is. */
    whoAmI: async () => (await call('GET', '/api/desk')).body.login?.email as string | undefined,
  };
}
export type Browser = ReturnType<typeof browser>;

export const freshEmail = (name = 'jemand') => `${name}-${v4().slice(0, 8)}@salon.example`;

/** What the newest mail of a kind to somebody says; undefined: there is none. */
export async function mailTo<Kind extends AccountMail['kind']>(
  api: TestApi,
  kind: Kind,
  recipient: string,
): Promise<Omit<Extract<AccountMail, { kind: Kind }>, 'kind'> | undefined> {
  const { rows } = await api.owner.query(
    'select content from message where kind = $1 and recipient = $2 order by id desc limit 1',
    [kind, recipient],
  );
  return rows[0]?.content;
}

/** What stands at the end of the link in the newest mail of a kind. */
export async function tokenTo(api: TestApi, kind: AccountMail['kind'], recipient: string): Promise<string> {
  const mail = await mailTo(api, kind, recipient);
  if (mail === undefined) throw new Error(`no ${kind} to ${recipient}`);
  return decodeURIComponent(mail.url.split('/').at(-1) ?? '');
}

/** The code of the second factor after the one that was used: each counts once. */
export const nextCode = (totp: TOTP) => totp.generate({ timestamp: Date.now() + totp.period * 1000 });

/** Signs up, confirms, and is signed in. */
export async function signUp(api: TestApi, email = freshEmail(), name = 'Maren Petersen') {
  const person = browser(api);
  await person.post('/api/auth/sign-up', { name, email, password: PASSWORD });
  await person.post('/api/auth/confirm-email', { token: await tokenTo(api, 'confirm_address', email) });
  return { ...person, email };
}
