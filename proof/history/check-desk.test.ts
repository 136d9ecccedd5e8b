import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOf, type DeskHistory, type RightDeskHistory, rightDeskHistory } from './desk-history.fixture.ts';

let right: RightDeskHistory;
beforeAll(async () => {
  right = await rightDeskHistory();
});
afterAll(() => right.close());

test('a right history of a desk passes, and each claim about changes looked at something', async () => {
  const { verdict, broken } = await (await copyOf(right)).judge();
  expect(verdict.claims.flatMap(({ violations }) => violations)).toEqual([]);
  expect(broken).toEqual([]);
  const ofDesk = verdict.claims.slice(verdict.claims.findIndex(({ name }) => name === 'changes explained'));
  expect(ofDesk.map(({ name, checked }) => [name, checked > 0])).toEqual(
    [
      ...['changes explained', 'changes stand', 'changes of somebody', 'versions grow', 'honest refusals'],
      ...['taken back quietly', 'only on purpose', 'one holder', 'one making'],
    ].map((name) => [name, true]),
  );
});

/** What went wrong, how it shows, and the one claim that must notice. */
const WRONG: [string, string, (history: DeskHistory) => unknown][] = [
  [
    'changes explained',
    'a 500 at the desk',
    (h) => Object.assign(h.deed('make', 2), { status: 500, code: 'internal' }),
  ],
  [
    'changes explained',
    'a customer is told what only a desk may be',
    (h) => Object.assign(h.deed('make', 2), { by: 'customer' }),
  ],
  ['changes explained', 'a change without its visit', (h) => Object.assign(h.deed('mark'), { visits: [] })],
  [
    'changes stand',
    'a visit the desk was told of is not there',
    async (h) => Object.assign(h.deed('cancel').visits[0] ?? {}, { id: v7() }),
  ],
  [
    'changes stand',
    'a change that was told is lost: the version before it is there',
    async (h) => Object.assign(h.deed('mark').visits[0] ?? {}, { version: 3 }),
  ],
  [
    'changes stand',
    'a visit is in another state than the desk was told',
    (h) => Object.assign(h.deed('cancel').visits[0] ?? {}, { status: 'confirmed' }),
  ],
  [
    'changes stand',
    'a customer was told that she moved to another time',
    (h) => Object.assign(h.deed('move', 2).visits[0] ?? {}, { startsAt: '2026-11-24T14:30:00+01:00' }),
  ],
  [
    'changes stand',
    'the desk was told of another person than the one who does it',
    (h) => Object.assign(h.deed('undo').visits[0]?.items[0] ?? {}, { staffId: v7() }),
  ],
  ['changes of somebody', 'a change that nobody was told of', (h) => h.forget(h.deed('mark'))],
  [
    'changes of somebody',
    'a refused change was made all the same',
    (h) =>
      Object.assign(h.deed('cancel'), { status: 409, code: 'status_conflict', visits: [], op: 'change' }) &&
      Object.assign(h.deed('cancel'), {
        code: 'version_conflict',
        seen: [{ visitId: h.id('called off'), version: 1 }],
      }),
  ],
  [
    'changes of somebody',
    'a change is told that is not kept',
    (h) => h.sql('delete from desk_change where id = $1', [h.deed('mark').changeId]),
  ],
  [
    'changes of somebody',
    'one key is told twice that it is new',
    (h) => Object.assign(h.deed('make', 1), { replay: false }),
  ],
  [
    'versions grow',
    'the trail misses a version',
    (h) => h.sql("delete from audit_entry where subject_id = $1 and action = 'visit.moved'", [h.id('customer')]),
  ],
  [
    'versions grow',
    'a later change is told as an earlier version',
    (h) => Object.assign(h.deed('undo').visits[0] ?? {}, { version: 2 }),
  ],
  [
    'honest refusals',
    'a refusal that does not say by what',
    (h) => Object.assign(h.deed('make', 2), { conflicts: [] }),
  ],
  [
    'honest refusals',
    'another visit is named than the one in the way',
    (h) => Object.assign(h.deed('make', 2).conflicts[0] ?? {}, { visitId: h.id('walk-in') }),
  ],
  [
    'honest refusals',
    'a visit is named that was not there yet',
    (h) => Object.assign(h.deed('make', 2), { sentAt: 0, endedAt: 1 }),
  ],
  [
    'honest refusals',
    'what is named is in the way of somebody else',
    (h) => Object.assign(h.deed('make', 2), { asked: h.deed('make', 0).asked }),
  ],
  [
    'honest refusals',
    'of somebody who is ill a visit is named that is not hers',
    (h) => Object.assign(h.deed('ill', 1), { seen: [] }),
  ],
  [
    'honest refusals',
    'two visits of somebody who is ill were to be at one time, though they were not',
    (h) => h.deed('ill', 1).asked.pop(),
  ],
  [
    'honest refusals',
    'somebody was faster, though nobody was',
    (h) => Object.assign(h.deed('move', 1).seen[0] ?? {}, { version: 9 }),
  ],
  [
    'honest refusals',
    'too late to take back, though it was not',
    (h) => Object.assign(h.deed('undo', 1), { undoes: h.deed('cancel').changeId }),
  ],
  [
    'honest refusals',
    'she has a visit more, though she has none',
    (h) => Object.assign(h.deed('ill', 0), { ill: { ...h.deed('ill', 3).ill } }),
  ],
  [
    'taken back quietly',
    'what was taken back is still to be told',
    (h) =>
      h.sql(
        'update outbox set taken_at = null where id = any ((select events from desk_change where id = $1)::uuid[])',
        [h.deed('move', 0).changeId],
      ),
  ],
  [
    'taken back quietly',
    'a mail went out about what was taken back',
    (h) =>
      h.sql(
        `insert into message (salon_id, id, booking_id, kind, sequence, recipient, due_at, request_id, created_at)
         select salon_id, $1, id, 'moved', 1, 'a@kunde.example', now(), $2, now() from booking where id = $3`,
        [v7(), h.deed('move', 0).requestId, h.id('walk-in')],
      ),
  ],
  [
    'taken back quietly',
    'taking it back tells the customer',
    (h) =>
      h.sql('update outbox set notify = true where id = any ((select events from desk_change where id = $1)::uuid[])', [
        h.deed('undo', 0).changeId,
      ]),
  ],
  [
    'taken back quietly',
    'it was told as taken back and is not',
    (h) => h.sql('update desk_change set undone_at = null where id = $1', [h.deed('move', 0).changeId]),
  ],
  [
    'only on purpose',
    'one visit lies over another, and nobody said so',
    (h) => Object.assign(h.deed('make', 3), { overlap: false }),
  ],
  [
    'one holder',
    'what a visit lying over another wants is held by nobody',
    (h) => h.sql('delete from claim where booking_id = $1', [h.id('guest')]),
  ],
  [
    'one holder',
    'a visit made at the desk holds nothing',
    (h) => h.sql('delete from claim where booking_id = $1', [h.id('arrived')]),
  ],
  [
    'one holder',
    'sick leave holds less than it takes',
    (h) => h.sql('delete from claim where ctid = (select min(ctid) from claim where time_off_id is not null)'),
  ],
  [
    'one holder',
    'a visit that was called off holds its time still',
    (h) =>
      h.sql(
        `insert into claim select salon_id, claimant_id, lower(during), during, booking_id, null from booking_want
         where booking_id = $1`,
        [h.id('called off')],
      ),
  ],
  [
    'one making',
    'a visit of the desk is announced twice',
    (h) =>
      h.sql(
        `insert into outbox (salon_id, id, kind, booking_id, sequence, created_at)
         select salon_id, $1, kind, booking_id, sequence, created_at from outbox where booking_id = $2 and kind = 'booking_created'`,
        [v7(), h.id('arrived')],
      ),
  ],
];

test.each(WRONG)('"%s" notices: %s', async (claim, _, spoil) => {
  const history = await copyOf(right);
  await spoil(history);
  const { broken, verdict } = await history.judge();
  expect(broken, verdict.claims.flatMap(({ violations }) => violations).join('\n')).toEqual([claim]);
  expect(verdict.ok).toBe(false);
});

test('unmarked, a visit over another is noticed by who asks for marks and by who asks for holders', async () => {
  const history = await copyOf(right);
  await history.sql('update booking_want set overlaid = false where booking_id = $1', [history.id('guest')]);
  expect((await history.judge()).broken).toEqual(['only on purpose', 'one holder']);
});
