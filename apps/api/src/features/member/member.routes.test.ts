import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browser, freshEmail, mailTo, PASSWORD, signUp, tokenTo } from '../../test/browser.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { MONDAY_8AM, type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let maren: SignedInMember;
const SPEC = { staff: ['Mia', 'Ben'], services: { Herrenhaarschnitt: { phases: [['work', 30]] } } } as const;
const DAY = 86_400_000;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  api.clock.now = MONDAY_8AM;
  salon = await createSalon(api.prisma, SPEC);
  maren = await signIn(api, salon, 'owner', { name: 'Maren Petersen' });
});
afterAll(() => api.close());

const desk = (path: string) => `/api/desk/${salon.id}/${path}`;
const invite = (body: object, who = maren) => who.call('POST', desk('invitations'), body);
const members = async () => (await maren.call('GET', desk('members'))).body;
/** Settles once somebody waits for somebody else's lock. */
async function untilBlocked(): Promise<void> {
  const { rows } = await api.owner.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  if (rows.length === 0) await untilBlocked();
}
const trail = async () => {
  const { rows } = await api.owner.query(
    'select action, actor_name, before, after from audit_entry where salon_id = $1 order by id',
    [salon.id],
  );
  return rows;
};

describe('who is invited', () => {
  test('gets a mail, accepts signed in with that address, and works as the staff member she is', async () => {
    const jonas = await signUp(api, freshEmail('jonas'), 'Jonas Brandt');
    const invited = await invite({ email: jonas.email.toUpperCase(), role: 'staff', staffId: salon.staff.Mia });
    expect([invited.status, invited.body.invitation]).toMatchObject([
      201,
      { email: jonas.email, role: 'staff', staffId: salon.staff.Mia, invitedBy: 'Maren Petersen', expired: false },
    ]);
    expect(await mailTo(api, 'invitation', jonas.email)).toMatchObject({ invitedBy: 'Maren Petersen', role: 'staff' });
    const token = await tokenTo(api, 'invitation', jonas.email);
    expect((await jonas.call('GET', `/api/auth/invitations/${token}`)).body).toMatchObject({
      salon: { name: 'Salon Elbe', slug: salon.slug },
      email: jonas.email,
      known: true,
    });
    const accepted = await jonas.post(`/api/auth/invitations/${token}/accept`);
    expect(accepted.body).toEqual({ salon: { id: salon.id, slug: salon.slug } });
    expect((await jonas.call('GET', '/api/desk')).body.salons).toMatchObject([
      { role: 'staff', staffId: salon.staff.Mia },
    ]);
    expect(await members()).toMatchObject({
      members: [
        { name: 'Maren Petersen', role: 'owner', you: true },
        { name: 'Jonas Brandt', role: 'staff', you: false, staffId: salon.staff.Mia },
      ],
      invitations: [],
    });
    expect((await jonas.post(`/api/auth/invitations/${token}/accept`)).status).toBe(200);
    expect((await members()).members).toHaveLength(2);
    expect(await trail()).toMatchObject([
      { action: 'member.invited', actor_name: 'Maren Petersen', after: { email: jonas.email, role: 'staff' } },
      { action: 'member.joined', actor_name: 'Jonas Brandt', after: { role: 'staff' } },
    ]);
  });

  test('signs up through the invitation, and needs no other mail', async () => {
    const email = freshEmail('aylin');
    await invite({ email, role: 'manager', locale: 'en' });
    expect(await mailTo(api, 'invitation', email)).toMatchObject({ locale: 'en' });
    const token = await tokenTo(api, 'invitation', email);
    const aylin = browser(api);
    expect((await aylin.call('GET', `/api/auth/invitations/${token}`)).body.known).toBe(false);
    const joined = await aylin.post(`/api/auth/invitations/${token}/sign-up`, { name: 'Aylin', password: PASSWORD });
    expect([joined.status, await aylin.whoAmI()]).toEqual([200, email]);
    expect((await browser(api).post('/api/auth/sign-in', { email, password: PASSWORD })).body).toEqual({
      next: 'desk',
    });
    expect((await aylin.post(`/api/auth/invitations/${token}/sign-up`, { name: 'A', password: PASSWORD })).status).toBe(
      404,
    );
  });

  test('with an account already cannot have it taken over by the link', async () => {
    const jonas = await signUp(api);
    await invite({ email: jonas.email, role: 'staff' });
    const token = await tokenTo(api, 'invitation', jonas.email);
    const thief = browser(api);
    const answer = await thief.post(`/api/auth/invitations/${token}/sign-up`, {
      name: 'X',
      password: 'Etwas-ganz-anderes',
    });
    expect([answer.status, answer.body.code, await thief.whoAmI()]).toEqual([409, 'already_member', undefined]);
    expect((await browser(api).post('/api/auth/sign-in', { email: jonas.email, password: PASSWORD })).status).toBe(200);
  });

  test('by another address than she is signed in with is told so', async () => {
    const email = freshEmail();
    await invite({ email, role: 'staff' });
    const eve = await signUp(api);
    const answer = await eve.post(`/api/auth/invitations/${await tokenTo(api, 'invitation', email)}/accept`);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    expect((await eve.call('GET', '/api/desk')).body.salons).toEqual([]);
  });

  test('has seven days', async () => {
    const jonas = await signUp(api);
    await invite({ email: jonas.email, role: 'staff' });
    const token = await tokenTo(api, 'invitation', jonas.email);
    api.clock.now += 7 * DAY;
    expect((await jonas.post(`/api/auth/invitations/${token}/accept`)).body.code).toBe('link_expired');
    const { invitations } = await members();
    expect(invitations).toMatchObject([{ email: jonas.email, expired: true }]);
    await maren.call('POST', desk(`invitations/${invitations[0].id}/resend`));
    expect((await jonas.post(`/api/auth/invitations/${token}/accept`)).body.code).toBe('invitation_not_found');
    const newer = await tokenTo(api, 'invitation', jonas.email);
    expect((await jonas.post(`/api/auth/invitations/${newer}/accept`)).status).toBe(200);
  });

  test('and then no more cannot come in', async () => {
    const jonas = await signUp(api);
    const { body } = await invite({ email: jonas.email, role: 'owner' });
    expect((await maren.call('POST', desk(`invitations/${body.invitation.id}/revoke`))).status).toBe(204);
    const answer = await jonas.post(`/api/auth/invitations/${await tokenTo(api, 'invitation', jonas.email)}/accept`);
    expect(answer.body.code).toBe('invitation_not_found');
    expect((await maren.call('POST', desk(`invitations/${body.invitation.id}/resend`))).status).toBe(404);
  });

  test('twice, also at the same instant, has one invitation: the later', async () => {
    const email = freshEmail();
    const answers = await Promise.all([invite({ email, role: 'staff' }), invite({ email, role: 'manager' })]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await members()).invitations).toHaveLength(1);
  });

  test('once more while she accepts, waits for her answer', async () => {
    const email = freshEmail();
    const asked = { email, role: 'staff', staffId: salon.staff.Mia };
    const { body } = await invite(asked);
    const accepting = await api.owner.connect();
    await accepting.query('begin');
    await accepting.query('select from invitation where id = $1 for update', [body.invitation.id]);
    const again = invite(asked);
    await untilBlocked();
    await accepting.query('select from staff where salon_id = $1 and id = $2 for update', [salon.id, asked.staffId]);
    await accepting.query('commit');
    accepting.release();
    expect((await again).status).toBe(201);
  });

  test('finds nothing of the link in the tables but in the mail that waits', async () => {
    const email = freshEmail();
    await invite({ email, role: 'staff' });
    const token = await tokenTo(api, 'invitation', email);
    const { rows } = await api.owner.query(
      `select i.*, encode(token_hash, 'escape') from invitation i where email = $1`,
      [email],
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('gets few mails about it, however often and by whomever she is invited', async () => {
    const email = freshEmail('opfer');
    const { body } = await invite({ email, role: 'staff' });
    const again = () => maren.call('POST', desk(`invitations/${body.invitation.id}/resend`));
    const codes: number[] = [];
    for (let time = 0; time < 5; time++) codes.push((await again()).status);
    expect(codes).toEqual([200, 200, 200, 200, 429]);
    const other = await createSalon(api.prisma, SPEC);
    const jonas = await signIn(api, other, 'owner');
    const refused = await jonas.call('POST', `/api/desk/${other.id}/invitations`, { email, role: 'staff' });
    expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited']);
    const { rows } = await api.owner.query('select from message where recipient = $1', [email]);
    expect(rows).toHaveLength(5);
    api.clock.now += DAY;
    expect((await again()).status).toBe(200);
  });

  test('must not be a member, nor a staff member somebody is already, nor one of another salon', async () => {
    const jonas = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
    const other = await createSalon(api.prisma, SPEC);
    const codes = [
      await invite({ email: jonas.email, role: 'staff' }),
      await invite({ email: freshEmail(), role: 'staff', staffId: salon.staff.Mia }),
      await invite({ email: freshEmail(), role: 'staff', staffId: other.staff.Mia }),
    ].map(({ body }) => body.code);
    expect(codes).toEqual(['already_member', 'in_use', 'staff_not_found']);
  });
});

describe('a member', () => {
  test('gets another role, and has its rights with her next request', async () => {
    const jonas = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
    expect((await jonas.call('GET', desk('members'))).status).toBe(403);
    const { body } = await maren.call('PATCH', desk(`members/${jonas.memberId}`), { role: 'manager' });
    expect(body.member).toMatchObject({ role: 'manager', staffId: salon.staff.Mia });
    expect((await jonas.call('GET', desk('members'))).status).toBe(200);
    expect(await trail()).toMatchObject([
      { action: 'member.role_changed', before: { role: 'staff' }, after: { role: 'manager' } },
    ]);
  });

  test('becomes another staff member, or none', async () => {
    const jonas = await signIn(api, salon, 'manager', { staffId: salon.staff.Mia ?? '' });
    const link = async (staffId: string | null) =>
      (await maren.call('PATCH', desk(`members/${jonas.memberId}`), { staffId })).body.member.staffId;
    expect([await link(salon.staff.Ben ?? ''), await link(null)]).toEqual([salon.staff.Ben, null]);
    const { rows } = await api.owner.query('select name from staff where salon_id = $1 and member_id is not null', [
      salon.id,
    ]);
    expect(rows).toEqual([]);
  });

  test('who is removed is out with her next request, and her staff member stays bookable', async () => {
    const jonas = await signIn(api, salon, 'manager', { name: 'Jonas', staffId: salon.staff.Mia ?? '' });
    expect((await jonas.call('GET', desk('members'))).status).toBe(200);
    expect((await maren.call('DELETE', desk(`members/${jonas.memberId}`))).status).toBe(204);
    const answer = await jonas.call('GET', desk('members'));
    expect([answer.status, answer.body.code]).toEqual([404, 'salon_not_found']);
    const { rows } = await api.owner.query('select member_id from staff where salon_id = $1 and name = $2', [
      salon.id,
      'Mia',
    ]);
    expect(rows).toEqual([{ member_id: null }]);
    expect(await trail()).toMatchObject([{ action: 'member.removed', before: { name: 'Jonas', role: 'manager' } }]);
  });

  test('who is an owner no more lets nobody in either: what she has open ends with it', async () => {
    const [jonas, lina] = [await signIn(api, salon, 'owner'), await signIn(api, salon, 'owner')];
    const accomplices = [freshEmail('zweite-adresse'), freshEmail('freund')];
    for (const [index, who] of [jonas, lina].entries()) {
      await invite({ email: accomplices[index], role: 'owner' }, who);
    }
    const hers = await invite({ email: freshEmail(), role: 'staff' });
    await maren.call('DELETE', desk(`members/${jonas.memberId}`));
    await maren.call('PATCH', desk(`members/${lina.memberId}`), { role: 'manager' });
    for (const email of accomplices) {
      const token = await tokenTo(api, 'invitation', email);
      const { body } = await browser(api).post(`/api/auth/invitations/${token}/sign-up`, {
        name: 'Mallory',
        password: PASSWORD,
      });
      expect(body.code).toBe('invitation_not_found');
    }
    expect((await members()).invitations).toMatchObject([{ id: hers.body.invitation.id }]);
    const revoked = (await trail()).filter(({ action }) => action === 'member.invitation_revoked');
    expect(revoked).toMatchObject(
      accomplices.map((email) => ({ actor_name: 'Maren Petersen', before: { email, role: 'owner' } })),
    );
  });

  test('raises nobody, herself least of all, unless she is an owner', async () => {
    const manager = await signIn(api, salon, 'manager');
    const staff = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
    for (const { call, memberId } of [manager, staff]) {
      for (const [method, path, body] of [
        ['PATCH', `members/${memberId}`, { role: 'owner' }],
        ['PATCH', `members/${memberId}`, { staffId: salon.staff.Ben }],
        ['DELETE', `members/${maren.memberId}`, undefined],
        ['POST', 'invitations', { email: freshEmail(), role: 'owner' }],
      ] as const) {
        const answer = await call(method, desk(path), body);
        expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
      }
    }
    expect((await members()).members.map(({ role }: { role: string }) => role)).toEqual(['owner', 'manager', 'staff']);
  });

  test('leaves', async () => {
    const jonas = await signIn(api, salon, 'staff');
    expect((await jonas.call('POST', desk('leave'))).status).toBe(204);
    expect((await jonas.call('POST', desk('leave'))).status).toBe(404);
    expect((await trail()).map(({ action }) => action)).toEqual(['member.left']);
  });

  test('leaves also while the salon is changed, which waits for what she holds', async () => {
    const jonas = await signIn(api, salon, 'owner', { staffId: salon.staff.Mia ?? '' });
    const setUp = await api.owner.connect();
    await setUp.query('begin');
    await setUp.query('select begin_config_change_v1($1)', [salon.id]);
    const leaving = jonas.call('POST', desk('leave'));
    await untilBlocked();
    await setUp.query('update staff set position = 7 where salon_id = $1 and name = $2', [salon.id, 'Mia']);
    await setUp.query('commit');
    setUp.release();
    expect((await leaving).status).toBe(204);
    expect((await trail()).map(({ action }) => action)).toEqual(['member.left']);
  });

  test('of another salon is none here', async () => {
    const other = await signIn(api, await createSalon(api.prisma, SPEC), 'staff');
    for (const method of ['PATCH', 'DELETE'] as const) {
      const { body } = await maren.call(method, desk(`members/${other.memberId}`), { role: 'staff' });
      expect(body.code).toBe('member_not_found');
    }
  });
});

describe('the last owner', () => {
  test('can neither leave, nor be removed, nor become something else', async () => {
    await signIn(api, salon, 'manager');
    for (const [method, path, body] of [
      ['POST', 'leave', undefined],
      ['DELETE', `members/${maren.memberId}`, undefined],
      ['PATCH', `members/${maren.memberId}`, { role: 'manager' }],
    ] as const) {
      const answer = await maren.call(method, desk(path), body);
      expect([answer.status, answer.body.code]).toEqual([409, 'last_owner']);
    }
    expect((await members()).members).toHaveLength(2);
    expect(await trail()).toEqual([]);
  });

  test('may go once somebody else is one', async () => {
    const jonas = await signIn(api, salon, 'manager');
    await maren.call('PATCH', desk(`members/${jonas.memberId}`), { role: 'owner' });
    expect((await maren.call('POST', desk('leave'))).status).toBe(204);
    expect((await jonas.call('POST', desk('leave'))).body.code).toBe('last_owner');
  });

  test('stays when two owners leave at the same instant, each time of 25', async () => {
    const app = await api.another();
    for (let round = 0; round < 25; round++) {
      const here = await createSalon(api.prisma, { staff: ['Mia'], services: {} });
      const owners = [await signIn(api, here, 'owner'), await signIn(api, here, 'owner')];
      const left = await Promise.all(
        owners.map(({ call }, index) =>
          call('POST', `/api/desk/${here.id}/leave`, undefined, {}, index === 0 ? api.app : app),
        ),
      );
      expect(left.map(({ status }) => status).sort()).toEqual([204, 409]);
      const { rows } = await api.owner.query(`select role from member where salon_id = $1`, [here.id]);
      expect(rows).toEqual([{ role: 'owner' }]);
    }
  });

  test('stays when the second to leave looks while the first has not committed', async () => {
    const jonas = await signIn(api, salon, 'owner');
    const [first, second] = [await api.owner.connect(), await api.owner.connect()];
    const leave = async (client: typeof first, memberId: string) => {
      await client.query('begin');
      await client.query('delete from member where salon_id = $1 and id = $2', [salon.id, memberId]);
      // The look that comes with the commit, before it.
      await client.query('set constraints all immediate');
    };
    await leave(first, maren.memberId);
    const waiting = leave(second, jonas.memberId).catch((error) => error);
    await untilBlocked();
    await first.query('commit');
    expect(await waiting).toMatchObject({ code: 'SA001' });
    await second.query('rollback');
    for (const client of [first, second]) client.release();
  });

  test('is kept by the database itself, whoever asks it', async () => {
    const gone = api.owner.query('delete from member where salon_id = $1', [salon.id]);
    await expect(gone).rejects.toMatchObject({ code: 'SA001' });
  });
});

describe('who has signed up', () => {
  test('makes a salon, and is its owner', async () => {
    const lina = await signUp(api, freshEmail('lina'), 'Lina Ohlsen');
    const slug = `lina-${salon.slug}`;
    const made = await lina.post('/api/desk/salons', { name: 'Haarwerk', slug, timezone: 'Europe/Vienna' });
    expect([made.status, made.body.salon.slug]).toEqual([201, slug]);
    const { body } = await lina.call('GET', '/api/desk');
    expect(body.salons).toMatchObject([
      { name: 'Haarwerk', role: 'owner', timezone: 'Europe/Vienna', staffId: expect.any(String) },
    ]);
    const seen = await api.app.inject({ url: `/api/salons/${slug}` });
    expect([seen.statusCode, seen.json().services]).toEqual([200, []]);
    const again = await lina.post('/api/desk/salons', { name: 'Haarwerk', slug, timezone: 'Europe/Vienna' });
    expect(again.body.code).toBe('slug_taken');
    const nowhere = await lina.post('/api/desk/salons', { name: 'Haarwerk', slug: 'x-y', timezone: 'Europe/Elbe' });
    expect(nowhere.body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'timezone' }] });
    const taken = await lina.post('/api/desk/salons', { name: 'Haarwerk', slug: 'sign-in', timezone: 'Europe/Vienna' });
    expect(taken.body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'slug' }] });
  });

  test('does not make salons without end', async () => {
    const lina = await signUp(api);
    const codes: number[] = [];
    for (let time = 0; time < 6; time++) {
      const slug = `viele-${time}-${salon.slug}`;
      codes.push((await lina.post('/api/desk/salons', { name: 'Viele', slug, timezone: 'Europe/Berlin' })).status);
    }
    expect(codes).toEqual([201, 201, 201, 201, 201, 429]);
  });
});
