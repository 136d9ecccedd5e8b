import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cuttingProxy } from '../../test/cutting-proxy.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, type TestApi, testApi, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
});
afterAll(() => api.close());

const bookingsAt = async (startsAt: string) => {
  const { rows } = await api.owner.query('select id from booking where salon_id = $1 and starts_at = $2', [
    salon.id,
    startsAt,
  ]);
  return rows;
};

describe('the answer is lost', () => {
  test('between API and database, after the commit: the API asks again and the customer never knows', async () => {
    const wire = await cuttingProxy({ host: '127.0.0.1', port: Number(new URL(api.database.apiUrl).port) });
    const address = new URL(api.database.apiUrl);
    address.port = String(wire.port);
    const app = await api.another({ DATABASE_URL: address.href });
    // The connection that is cut already knows the statement, as in a process that has been running.
    await book(app, wish(salon, { time: '09:00' }));
    wire.cutAfter('book_v1');
    const { status, body } = await book(app, wish(salon, { time: '10:00' }), 'lost-below');
    expect(wire.cuts()).toBe(1);
    expect([200, 201]).toContain(status);
    expect(await bookingsAt('2026-11-24T10:00:00+01:00')).toEqual([{ id: body.booking.id }]);
    await wire.close();
  });

  test('between customer and API: the same request again gets the same booking', async () => {
    await api.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = api.app.server.address() as AddressInfo;
    const wire = await cuttingProxy({ host: '127.0.0.1', port });
    const body = wish(salon, { time: '11:00' });
    const send = async (to: number) => {
      const sent = request({
        host: '127.0.0.1',
        port: to,
        method: 'POST',
        path: '/api/bookings/public',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'lost-above' },
      });
      sent.end(JSON.stringify(body));
      const [response] = await once(sent, 'response');
      const chunks: Buffer[] = await response.toArray();
      return { status: response.statusCode, body: JSON.parse(Buffer.concat(chunks).toString()) };
    };
    wire.cutAfter('lost-above');
    await expect(send(wire.port)).rejects.toThrow();
    const again = await send(port);
    expect([again.status, again.body.duplicate]).toEqual([200, true]);
    expect(await bookingsAt('2026-11-24T11:00:00+01:00')).toEqual([{ id: again.body.booking.id }]);
    await wire.close();
  });
});

describe('the database says', () => {
  /** Lets the first `times` inserts of a booking fail as PostgreSQL would; a sequence counts on over rollbacks. */
  async function failing(times: number, errorCode: string) {
    await api.owner.query(`
      create sequence injected;
      create function inject() returns trigger language plpgsql as $$
      begin
        if nextval('injected') <= ${times} then
          raise exception 'injected' using errcode = '${errorCode}';
        end if;
        return new;
      end $$;
      create trigger inject before insert on booking for each row execute function inject();
      grant usage on sequence injected to salon_api;`);
    return async () => {
      const { rows } = await api.owner.query('select last_value::int as tries from injected');
      await api.owner.query('drop trigger inject on booking; drop function inject; drop sequence injected');
      return rows[0].tries;
    };
  }

  test.each([
    ['a deadlock, three times', '40P01', 3, 201, '12:00'],
    ['a serialization failure, twice', '40001', 2, 201, '12:30'],
    ['that somebody was faster, ten times', 'SB001', 10, 201, '13:00'],
    ['a deadlock, again and again', '40P01', 100, 503, '13:30'],
    ['that a lock was waited for too long', '55P03', 1, 503, '14:00'],
    ['that the statement took too long', '57014', 1, 503, '14:30'],
    ['something we did not think of', '22012', 1, 500, '15:00'],
  ])('%s', async (_story, code, times, status, time) => {
    const stop = await failing(times, code);
    const answer = await book(api.app, wish(salon, { time }));
    const tries = await stop();
    expect(answer.status).toBe(status);
    expect(tries).toBe(status === 201 ? times + 1 : code === '40P01' ? 4 : 1);
    expect(await bookingsAt(`2026-11-24T${time}:00+01:00`)).toHaveLength(status === 201 ? 1 : 0);
    if (status === 503) expect([answer.body.code, answer.headers['retry-after']]).toEqual(['overloaded', '2']);
    if (status === 500) {
      expect(answer.body).toMatchObject({ code: 'internal', requestId: answer.headers['x-request-id'] });
      expect(answer.text).not.toContain('injected');
    }
  });
});
