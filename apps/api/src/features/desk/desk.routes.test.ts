import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { openSession, signIn } from '../../test/signed-in.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;
let elbe: FixtureSalon;
let alster: FixtureSalon;
const SPEC = { staff: ['Mia', 'Ben'], services: { Herrenhaarschnitt: { phases: [['work', 30]] } } } as const;

beforeAll(async () => {
  api = await testApi();
  elbe = await createSalon(api.prisma, { ...SPEC, slug: 'elbe' });
  alster = await createSalon(api.prisma, { ...SPEC, slug: 'alster' });
});
afterAll(() => api.close());

describe('who opens the desk', () => {
  test('sees herself and the salons she works in, with what she is there', async () => {
    const maren = await signIn(api, elbe, 'owner', { name: 'Maren Petersen' });
    await signIn(api, alster, 'staff', { loginId: maren.loginId, staffId: alster.staff.Mia ?? '' });
    const { status, body, headers } = await maren.call('GET', '/api/desk');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toEqual({
      login: { id: maren.loginId, name: 'Maren Petersen', email: maren.email, secondFactor: false, locale: 'de' },
      salons: [
        expect.objectContaining({ id: elbe.id, slug: 'elbe', timezone: 'Europe/Berlin', role: 'owner', staffId: null }),
        expect.objectContaining({ id: alster.id, slug: 'alster', role: 'staff', staffId: alster.staff.Mia }),
      ],
    });
  });

  test('without a salon sees none', async () => {
    const nobody = await openSession(api);
    expect((await nobody.call('GET', '/api/desk')).body.salons).toEqual([]);
  });

  test('has to be signed in', async () => {
    for (const cookie of [undefined, 'salon.session_token=made-up', 'salon.session_token=made.up%3D']) {
      const response = await api.app.inject({ url: '/api/desk', headers: cookie === undefined ? {} : { cookie } });
      expect([response.statusCode, response.json().code]).toEqual([401, 'unauthenticated']);
    }
  });
});
