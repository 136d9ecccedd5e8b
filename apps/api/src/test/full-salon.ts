import { v4, v7 } from 'uuid';
import type { FixtureSalon } from './salon-fixture.ts';
import { signIn } from './signed-in.ts';
import { book, type TestApi, wish } from './test-api.ts';

/** Gives a salon one of everything that has an id, named with `marker`; the ids by the names under which routes ask for them. */
export async function fullSalon(api: TestApi, salon: FixtureSalon, marker: string) {
  const salonId = salon.id;
  const staffId = Object.values(salon.staff)[0] ?? '';
  const owner = await signIn(api, salon, 'owner', { name: `${marker} Owner`, staffId });
  const desk = (path: string) => `/api/desk/${salonId}/${path}`;
  await api.prisma.salon.update({
    where: { id: salonId },
    data: { name: `${marker} Salon`, email: `${marker}@salon.example` },
  });
  const customer = { name: `${marker} Kunde`, email: `${marker}@kunde.example`.toLowerCase() };
  const { body } = await book(api.app, wish(salon, { customer, note: marker }));
  const { rows } = await api.owner.query('select customer_id from booking where id = $1', [body.booking.id]);
  const customerId = rows[0].customer_id as string;
  const other = await book(
    api.app,
    wish(salon, { time: '12:00', customer: { ...customer, email: `2-${customer.email}` } }),
  );
  const mark = await owner.call(
    'POST',
    desk(`visits/${other.body.booking.id}/status`),
    { status: 'arrived', version: 1 },
    { 'idempotency-key': v4() },
  );
  if (mark.status !== 200) throw new Error(mark.text);
  const [closureId, formulaId, requestId, timeOffId] = [v7(), v7(), v7(), v7()];
  const day = new Date('2027-01-04');
  const at = new Date(api.clock.now);
  await api.prisma.closure.create({ data: { salonId, id: closureId, firstDate: day, lastDate: day, name: marker } });
  await api.prisma.customerFormula.create({
    data: { salonId, id: formulaId, customerId, mixedOn: day, formula: marker, createdAt: at },
  });
  await api.prisma.timeOffRequest.create({
    data: { salonId, id: requestId, staffId, firstDate: day, lastDate: day, reason: marker, createdAt: at },
  });
  await api.owner.query(
    `select lay_time_off_v1($1, $2, $3, 'blocked', '2027-01-05 09:00+00', '2027-01-05 10:00+00', $4, now())`,
    [salonId, timeOffId, staffId, marker],
  );
  const invited = await owner.call('POST', desk('invitations'), { email: `${marker}@neu.example`, role: 'staff' });
  const service = await api.prisma.service.findFirstOrThrow({ where: { salonId } });
  const session = await api.prisma.loginSession.findFirstOrThrow({ where: { loginId: owner.loginId } });
  const passkeyId = v7();
  await api.prisma.passkey.create({
    data: {
      id: passkeyId,
      loginId: owner.loginId,
      publicKey: 'x',
      credentialID: marker,
      counter: 0,
      deviceType: 'x',
      backedUp: false,
    },
  });
  const ids: Record<string, string> = {
    ...{ salonId, staffId, customerId, closureId, formulaId, requestId, timeOffId, passkeyId },
    otherId: customerId,
    serviceId: service.id,
    categoryId: service.categoryId,
    stationId: salon.chairs[0] ?? '',
    visitId: body.booking.id,
    memberId: owner.memberId,
    invitationId: invited.body.invitation.id,
    changeId: mark.body.change.id,
    sessionId: session.id,
    token: v4(),
  };
  return { ids, owner };
}

/** Fails for a name nobody has said anything about. */
export function idIn(ids: Readonly<Record<string, string>>, name: string): string {
  const plain =
    {
      id: 'categoryId',
      staff: 'staffId',
      staffIds: 'staffId',
      stationIds: 'stationId',
      station: 'stationId',
      claimantId: 'staffId',
      from: 'staffId',
      into: 'customerId',
    }[name] ?? name;
  const id = ids[plain];
  if (id === undefined) throw new Error(`say in full-salon.ts which id "${name}" is`);
  return id;
}
