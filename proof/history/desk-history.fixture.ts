import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskOf } from '@salon/api/test/desk-caller';
import { createSalon } from '@salon/api/test/salon-fixture';
import { signIn } from '@salon/api/test/signed-in';
import { book, manage, testApi, tokenOf, wish } from '@salon/api/test/test-api';
import { copyDatabase } from '@salon/db/test/test-database';
import pg from 'pg';
import { v4 } from 'uuid';
import { onTestFinished } from 'vitest';
import type { Attempt } from './attempt.ts';
import { checkHistory } from './check.ts';
import type { Deed } from './deed.ts';

const DAY = '2026-11-24';
const SERVICE = 'Haarschnitt';

/** A history of a desk that is told once, to be copied and spoilt. */
export type RightDeskHistory = {
  readonly url: string;
  readonly lines: readonly (Attempt | Deed)[];
  /** Visits by who is at it. */
  readonly ids: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

type Answer = { status: number; body: Record<string, never> | undefined; headers: Record<string, unknown> };

/**
 * Two at one desk and some customers, and everything that may happen between them: made, refused, laid over, moved, taken
 * back, too late, met by another's change, marked, cancelled, ill and back. Nobody did anything wrong.
 */
export async function rightDeskHistory(): Promise<RightDeskHistory> {
  const api = await testApi();
  const salon = await createSalon(api.prisma, {
    slug: 'load-desk',
    staff: ['Ada', 'Ben', 'Cem', 'Dora', 'Elif'],
    services: { [SERVICE]: { phases: [['work', 30]] } },
  });
  const [desk, second] = [
    deskOf(await signIn(api, salon, 'owner'), salon),
    deskOf(await signIn(api, salon, 'manager'), salon),
  ];
  const lines: (Attempt | Deed)[] = [];
  const ids: Record<string, string> = {};
  const tick = () => {
    const sentAt = api.clock.now;
    api.clock.now += 1_000;
    return { sentAt, endedAt: sentAt + 500 };
  };

  const told = (by: Deed['by'], what: string, answer: Answer, more: Partial<Deed> = {}): Deed => {
    const body = (answer.body ?? {}) as Partial<Record<'code' | 'booking' | 'visits' | 'change' | 'conflicts', never>>;
    const visits = (body.booking === undefined ? (body.visits ?? []) : [body.booking]) as Deed['visits'];
    const deed: Deed = {
      ...{ op: 'change', by, what, salon: salon.slug, asked: [], overlap: false, seen: [], ill: null, undoes: null },
      ...tick(),
      status: answer.status,
      code: body.code ?? null,
      requestId: String(answer.headers['x-request-id']),
      replay: answer.headers['idempotency-replayed'] === 'true',
      changeId: (body.change as { id: string } | undefined)?.id ?? null,
      visits: answer.status < 300 ? visits : [],
      conflicts: body.conflicts ?? [],
      ...more,
    };
    lines.push(deed);
    return deed;
  };
  const asked = (words: string) => {
    const { staffId, startsAt } = desk.wish(words);
    return [{ staffId, service: SERVICE, startsAt }];
  };
  const seen = ({ id, version }: { id: string; version: number }) => [{ visitId: id, version }];
  const made = async (name: string, words: string, more: object = {}, key = v4()) => {
    const answer = await desk.visit([words], more, key);
    const deed = told('desk', 'make', answer, { asked: asked(words), ...more });
    if (answer.status < 300) ids[name] = deed.visits[0]?.id ?? '';
    return deed.visits[0] ?? { id: '', version: 0 };
  };
  const booked = async (name: string, staff: string, time: string) => {
    const body = wish(salon, { service: SERVICE, staffId: salon.staff[staff] ?? '', time, date: DAY });
    const { status, body: answer } = await book(api.app, body, name);
    lines.push({
      ...{ op: 'book', salon: salon.slug, key: name, startsAt: `${DAY}T${time}`, ...tick(), status, code: null },
      services: [{ service: SERVICE, staffId: salon.staff[staff] ?? null }],
      ...{ bookingId: answer.booking.id, answer: 'aaaaaaaaaaaaaaaa', items: null, alternatives: null },
    });
    ids[name] = answer.booking.id;
    return { id: answer.booking.id as string, version: 1, token: tokenOf(answer.booking) };
  };
  const ill = async (name: string, choices: object[], looked: Deed['seen'], given: Deed['asked'] = []) => {
    const days = { staffId: salon.staff[name] ?? '', from: DAY, to: DAY };
    const answer = await desk.send('POST', 'ill', { ...days, choices, notify: true });
    return told('desk', 'ill', answer, { ill: days, seen: looked, asked: given });
  };

  await booked('holder', 'Ada', '12:00');
  const key = v4();
  const walkIn = await made('walk-in', 'Haarschnitt Ben 12:00', {}, key);
  told('desk', 'make', await desk.visit(['Haarschnitt Ben 12:00'], {}, key), { asked: asked('Haarschnitt Ben 12:00') });
  await made('refused', 'Haarschnitt Ada 12:15');
  await made('guest', 'Haarschnitt Ada 12:15', { overlap: true });

  const moving = { asked: asked('Haarschnitt Cem 13:00'), seen: seen(walkIn) };
  const moved = told('desk', 'move', await desk.change(walkIn, ['Haarschnitt Cem 13:00'], { notify: true }), moving);
  told('desk', 'move', await second.change(walkIn, ['Haarschnitt Dora 13:00']), {
    ...{ asked: asked('Haarschnitt Dora 13:00'), seen: seen(walkIn) },
  });
  const undone = { undoes: moved.changeId };
  told('desk', 'undo', await desk.undo(moved.changeId ?? ''), undone);
  told('desk', 'undo', await second.undo(moved.changeId ?? ''), undone);

  const customer = await booked('customer', 'Dora', '12:00');
  const move = { date: DAY, time: '14:00', version: 1 };
  told('customer', 'move', await manage(api.app, customer.token, '/reschedule', move, v4()), { seen: seen(customer) });
  const arrived = await made('arrived', 'Haarschnitt Ben 15:00');
  told('desk', 'mark', await second.mark(arrived, 'arrived'), { seen: seen(arrived) });
  const called = await made('called off', 'Haarschnitt Ben 16:00');
  told('desk', 'cancel', await desk.mark(called, 'cancelled'), { seen: seen(called) });

  const [kept, too] = [await booked('kept', 'Elif', '12:00'), await booked('kept-too', 'Elif', '13:00')];
  await ill('Dora', [], []);
  const hers = [kept, too].map(({ id }) => ({ visitId: id, version: 1 }));
  const { staffId, startsAt } = desk.wish('Haarschnitt Ben 16:30');
  const both = asked('Haarschnitt Ben 16:30');
  await ill(
    'Elif',
    hers.map((one) => ({ do: 'move', ...one, staffId, startsAt })),
    hers,
    [...both, ...both],
  );
  await ill(
    'Elif',
    hers.map((one) => ({ do: 'keep', ...one })),
    hers,
  );
  const sick = await ill('Cem', [], []);
  const { body } = await desk.get(`calendar?from=${DAY}&days=1`);
  const timeOff = body.timeOff.find((one: { staffId: string }) => one.staffId === salon.staff.Cem);
  told('desk', 'back', await second.send('POST', `time-off/${timeOff.id}/end`, {}));

  await api.owner.query('analyze');
  // The database stays, to be copied; whoever is connected to it goes.
  const { drop } = api.database;
  api.database.drop = async () => {};
  await api.close();
  return { url: api.database.url, lines, ids: { ...ids, timeOff: sick.changeId ?? '' }, close: drop };
}

export type DeskHistory = Awaited<ReturnType<typeof copyOf>>;

/** A copy of it, to be spoilt and judged. */
export async function copyOf(right: RightDeskHistory) {
  const copy = await copyDatabase(right.url);
  const owner = new pg.Client({ connectionString: copy.url });
  await owner.connect();
  const folder = mkdtempSync(join(tmpdir(), 'salon-desk-history-'));
  onTestFinished(async () => {
    await owner.end();
    await copy.drop();
    rmSync(folder, { recursive: true });
  });
  const lines = structuredClone(right.lines) as (Attempt | Deed)[];
  return {
    lines,
    id: (name: string) => right.ids[name] ?? '',
    sql: (text: string, values: unknown[] = []) => owner.query(text, values),
    /** The nth change of that name, as somebody was told of it. */
    deed(what: string, nth = 0): Deed {
      const found = lines.filter((line) => line.op === 'change' && line.what === what)[nth];
      if (found?.op !== 'change') throw new Error(`no change ${what} ${nth}`);
      return found;
    },
    forget: (line: Deed) => void lines.splice(lines.indexOf(line), 1),
    async judge() {
      const file = join(folder, 'clients.jsonl');
      writeFileSync(file, lines.map((one) => JSON.stringify(one)).join('\n'));
      const verdict = await checkHistory(copy.url, [file]);
      const broken = verdict.claims.filter(({ violations }) => violations.length > 0).map(({ name }) => name);
      return { verdict, broken };
    },
  };
}
