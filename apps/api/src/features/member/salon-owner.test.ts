import { openDatabase } from '@salon/db/pool';
import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser } from '../../test/browser.ts';
import { createSalon } from '../../test/salon-fixture.ts';
import { signIn } from '../../test/signed-in.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';
import { type OwnerWish, ownSalon } from './salon-owner.repo.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

/** An operator's command, as the owner of the database. */
async function own(wish: Partial<OwnerWish> & { readonly slug: string }) {
  const db = openDatabase(api.database.url, 'test-ops', 1);
  const { slug, ...more } = wish;
  const salon = { slug, name: 'Salon Elbe', timezone: 'Europe/Berlin' };
  const plain = { email: 'maren@salon.example', locale: 'de', name: undefined, again: false, link: false } as const;
  const deps = { publicUrl: 'http://localhost:3000', operator: 'jonas@pult', newId: () => v7(), requestId: v4() };
  try {
    return await ownSalon(db, { ...plain, salon, ...more }, { ...deps, now: api.clock.now });
  } finally {
    await Promise.all([db.pool.end(), db.probe.end()]);
  }
}

const tokenIn = (url = '') => url.split('/invitation/')[1] ?? '';
const trailOf = async (slug: string) => {
  const { rows } = await api.owner.query(
    `select a.actor, a.actor_name, a.action from audit_entry a join salon s on s.id = a.salon_id where s.slug = $1
     order by a.at, a.id`,
    [slug],
  );
  return rows;
};

test('she makes her account from the link, and runs a salon in which she works herself', async () => {
  const made = await own({ slug: 'elbe', name: 'Maren Petersen', link: true });
  expect(made).toMatchObject({ made: true, salonName: 'Salon Elbe', she: 'invited' });
  const maren = browser(api);
  const token = tokenIn(made.url);
  const account = { name: 'Maren Petersen', password: 'föhn-und-kamm-0815' };
  const joined = await maren.post(`/api/auth/invitations/${token}/sign-up`, account);
  expect([joined.status, joined.body]).toEqual([200, { salon: { id: expect.any(String), slug: 'elbe' } }]);
  const desk = await maren.call('GET', '/api/desk');
  expect(desk.body.salons).toMatchObject([{ slug: 'elbe', role: 'owner' }]);
  const { rows } = await api.owner.query(
    `select s.name, m.role, count(w.*)::int as openings from staff s join member m on m.id = s.member_id
     join weekly_opening w on w.staff_id = s.id group by 1, 2`,
  );
  expect(rows).toEqual([{ name: 'Maren Petersen', role: 'owner', openings: 5 }]);

  // The link is worth nothing any more, and the command finds everything done.
  expect((await browser(api).post(`/api/auth/invitations/${token}/sign-up`, account)).status).toBe(404);
  expect(await own({ slug: 'elbe' })).toMatchObject({ made: false, she: 'is_owner' });
  expect(await trailOf('elbe')).toEqual([
    { actor: 'system', actor_name: 'jonas@pult', action: 'salon.created' },
    { actor: 'system', actor_name: 'jonas@pult', action: 'member.invited' },
    { actor: 'member', actor_name: 'Maren Petersen', action: 'member.joined' },
  ]);
});

test('asked again she gets no second mail; asked for one, the link of the first ends', async () => {
  const wish = { slug: 'alster', email: 'lea@salon.example' };
  const mails = async () =>
    (await api.prisma.message.findMany({ where: { recipient: wish.email }, orderBy: { id: 'asc' } })).map(
      ({ content }) => (content as { url: string }).url,
    );
  await own(wish);
  expect(await own(wish)).toMatchObject({ made: false, she: 'open' });
  expect(await mails()).toHaveLength(1);
  expect(await own({ ...wish, again: true })).toMatchObject({ she: 'invited' });
  const [first, second] = await mails();
  const opened = async (url = '') => (await browser(api).call('GET', `/api/auth/invitations/${tokenIn(url)}`)).status;
  expect([await opened(first), await opened(second)]).toEqual([404, 200]);
});

test('one who works there already becomes an owner, and nothing else of the salon changes', async () => {
  const salon = await createSalon(api.prisma, { staff: ['Ben'], services: {} });
  const { email, loginId } = await signIn(api, salon, 'staff', { staffId: salon.staff.Ben ?? '' });
  const before = await api.prisma.salon.findUniqueOrThrow({ where: { id: salon.id } });
  const done = await own({ slug: salon.slug, email: `${loginId}@login.example` });
  expect([email, done]).toMatchObject([expect.any(String), { made: false, she: 'was_made_owner' }]);
  const members = await api.prisma.member.findMany({ where: { salonId: salon.id } });
  expect(members).toMatchObject([{ loginId, role: 'owner' }]);
  expect(await api.prisma.salon.findUniqueOrThrow({ where: { id: salon.id } })).toEqual(before);
});
