import type { DeskTimeOff } from '@salon/contracts/desk/calendar';
import type { Conflict, DeskVisit } from '@salon/contracts/desk/visit';
import { expect, test } from 'vitest';
import { ApiProblem, NoAnswer } from '../../lib/http.ts';
import { cut } from '../calendar/calendar.fixture.ts';
import type { DeskWrite } from './desk-write.ts';
import { deskWriter } from './desk-writer.ts';
import { type Ahead, drawnAhead } from './drawn-ahead.ts';
import { type Question, questions } from './questions.ts';
import { visitWrites } from './visit-writes.ts';

type Refusal = { readonly code: string; readonly conflicts?: readonly Conflict[] };
type Done = { readonly visits: readonly DeskVisit[] } | { readonly timeOff: DeskTimeOff };
type Script = (NoAnswer | Refusal | Done)[];

const JONAS: Conflict = {
  ...{ kind: 'visit', startsAt: '2026-12-19T14:00:00+01:00', endsAt: '2026-12-19T14:30:00+01:00' },
  name: 'Jonas Weber',
};

/** Somebody at the desk, and an API that answers from a script. */
function desk(script: Script) {
  const sent: DeskWrite[] = [];
  const said: string[] = [];
  const shown: DeskVisit[] = [];
  let undo: (() => void) | undefined;
  let keys = 0;
  const ahead = drawnAhead();
  const asked = questions();
  const became = new Map<string, string>();
  const writer = deskWriter({
    async send(write) {
      sent.push(write);
      const answer = script.shift();
      if (answer === undefined) throw new Error('The script is over');
      if (answer instanceof Error) throw answer;
      if ('code' in answer)
        throw new ApiProblem({ type: '', title: '', status: 409, detail: '', requestId: 'r', ...answer } as never);
      return { ...answer, change: { id: `change-${sent.length}`, undoableUntil: new Date(Date.now() + 10_000) } };
    },
    kept: { read: () => [], write: () => undefined },
    pause: async () => undefined,
    chance: () => 0.5,
  });
  const writes = visitWrites({
    base: '/api/desk/elbe',
    book: { writer, ahead, questions: asked, became },
    answered: (visits) => void shown.push(...visits),
    words: {
      ...{ moved: () => 'moved', created: () => 'created', split: () => 'split', ill: () => 'ill' },
      status: (_visit: DeskVisit, status: string) => status,
      ...{ timeTaken: () => 'taken', timeGiven: () => 'given', undone: 'undone' },
      notUndone: ({ code }: { code: string }) => `not undone: ${code}`,
      refused: ({ code }: { code: string }) => `refused: ${code}`,
    },
    toast(toast) {
      said.push(toast.text);
      undo = toast.undo?.run;
    },
    newKey: () => `key-${++keys}`,
  });
  return {
    ...{ writes, sent, said, shown, became },
    drawn: () => ahead.all().map(({ visits = [] }: Ahead) => visits.map(timeAndState).join()),
    undo: () => undo?.(),
    /** The question that is asked now. */
    async asked<Kind extends Question['kind']>(kind: Kind) {
      await settled();
      const question = asked.current();
      if (question?.kind !== kind) throw new Error(`Not asked: ${kind}, but ${question?.kind}`);
      return question as Extract<Question, { kind: Kind }>;
    },
    nothingAsked: () => asked.current() === undefined,
  };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const timeAndState = (visit: DeskVisit) => `${visit.startsAt.slice(11, 16)} ${visit.status}`;

const anna = cut('Anna', '10:00', '10:30');
const later = cut('Anna', '14:00', '14:30');
const moved = { ...later, version: 2 };

test('a moved visit is drawn at once, said when it is done, and can be undone', async () => {
  const { writes, sent, said, shown, drawn, undo } = desk([{ visits: [moved] }, { visits: [{ ...anna, version: 3 }] }]);
  const end = writes.move(anna, later);
  expect(drawn()).toContain('14:00 confirmed');
  expect((await end).kind).toBe('done');
  expect(drawn()).toEqual([]);
  expect(shown).toEqual([moved]);
  expect(sent[0]).toMatchObject({ method: 'put', path: '/api/desk/elbe/visits/Anna', body: { version: 1 } });

  undo();
  expect(drawn()).toEqual(['10:00 confirmed']);
  await settled();
  expect(sent[1]?.path).toBe('/api/desk/elbe/changes/change-1/undo');
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
  expect([said, drawn()]).toEqual([['moved', 'undone'], []]);
});

test('somebody with an address hears of a move only if that is chosen', async () => {
  const withMail = { ...anna, email: 'anna@kunde.example', startsAt: '2099-12-19T10:00:00+01:00' };
  const to = { ...withMail, startsAt: '2099-12-19T14:00:00+01:00' };
  for (const choice of [true, false]) {
    const { writes, sent, asked } = desk([{ visits: [moved] }]);
    const end = writes.move(withMail, to);
    (await asked('mail')).answer(choice);
    expect((await end).kind).toBe('done');
    expect(sent[0]?.body.notify).toBe(choice);
  }
  const { writes, sent, asked, drawn } = desk([]);
  const end = writes.move(withMail, to);
  const question = await asked('mail');
  expect(drawn()).toEqual(['14:00 confirmed']);
  question.answer(null);
  expect((await end).kind).toBe('dropped');
  expect([sent, drawn()]).toEqual([[], []]);
});

test('nobody is asked about a mail for what has begun, has no address, or lies where it did', async () => {
  const past = { ...anna, email: 'anna@kunde.example', startsAt: '2020-12-19T10:00:00+01:00' };
  const longer = { ...anna, email: 'anna@kunde.example', endsAt: '2026-12-19T11:00:00+01:00' };
  for (const [from, to] of [
    [past, later],
    [anna, later],
    [
      { ...longer, startsAt: '2099-01-01T10:00:00Z' },
      { ...longer, startsAt: '2099-01-01T10:00:00Z' },
    ],
  ] as const) {
    const { writes, sent } = desk([{ visits: [moved] }]);
    expect((await writes.move(from, to)).kind).toBe('done');
    expect(sent[0]?.body.notify).toBe(false);
  }
});

test('what is in the way is told, and only an explicit yes lays it over', async () => {
  const { writes, sent, asked, drawn } = desk([{ code: 'time_conflict', conflicts: [JONAS] }, { visits: [moved] }]);
  const end = writes.move(anna, later);
  const question = await asked('conflict');
  expect(question.conflicts).toEqual([JONAS]);
  // It stays where she put it until she has answered.
  expect(drawn()).toContain('14:00 confirmed');
  question.answer(true);
  expect((await end).kind).toBe('done');
  expect(sent.map(({ body }) => [body.overlap, body.outside])).toEqual([
    [false, false],
    [true, false],
  ]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});

test('a no leaves everything as it was', async () => {
  const { writes, asked, drawn, said } = desk([{ code: 'time_conflict', conflicts: [JONAS] }]);
  const end = writes.move(anna, later);
  (await asked('conflict')).answer(false);
  expect((await end).kind).toBe('dropped');
  expect([drawn(), said]).toEqual([[], []]);
});

test('who was slower is told that it was changed meanwhile, and nothing is sent again', async () => {
  const { writes, sent, asked, drawn } = desk([{ code: 'version_conflict' }]);
  expect((await writes.move(anna, later)).kind).toBe('dropped');
  expect((await asked('changed')).visitId).toBe('Anna');
  expect([sent.length, drawn()]).toEqual([1, []]);
});

test('blocked time is changed upon the version that was seen, and its form says that it was changed meanwhile', async () => {
  const span = { startsAt: '2026-12-19T12:00:00+01:00', endsAt: '2026-12-19T13:00:00+01:00' };
  const to = { staffId: 'ada', kind: 'blocked' as const, ...span, overlap: false };
  const lunch = { ...to, id: 'lunch', version: 3, reason: null, overlaps: false };
  const { writes, sent, nothingAsked } = desk([{ timeOff: { ...lunch, version: 4 } }, { code: 'version_conflict' }]);
  expect((await writes.moveTimeOff(lunch, to)).kind).toBe('done');
  // Upon what was made from here, though the calendar has not been read again.
  expect(await writes.moveTimeOff(lunch, to)).toMatchObject({ kind: 'refused', problem: { code: 'version_conflict' } });
  expect(sent.map(({ body }) => body.version)).toEqual([3, 4]);
  expect(nothingAsked()).toBe(true);
});

test('a form about several visits says by itself that one of them was changed meanwhile', async () => {
  const { writes, nothingAsked } = desk([{ code: 'version_conflict' }]);
  const body = { staffId: 'ada', from: '2026-12-19', to: '2026-12-19', choices: [], notify: false };
  expect(await writes.reportIll(body, 'Ada')).toMatchObject({ kind: 'refused', problem: { code: 'version_conflict' } });
  expect(nothingAsked()).toBe(true);
});

test('a refusal rolls back and says why', async () => {
  const { writes, drawn, said } = desk([{ code: 'status_conflict' }]);
  await writes.setStatus(anna, { status: 'arrived', notify: false });
  expect([drawn(), said]).toEqual([[], ['refused: status_conflict']]);
});

test('a form shows by itself what is in the way or wrong', async () => {
  const { writes, said, nothingAsked } = desk([
    { code: 'time_conflict', conflicts: [JONAS] },
    { code: 'service_not_found' },
  ]);
  const body = { customer: null, items: [], notify: false, overlap: false, outside: false };
  expect(await writes.create(body, later)).toEqual({ kind: 'conflict', conflicts: [JONAS] });
  expect(await writes.create(body, later)).toMatchObject({ kind: 'refused', problem: { code: 'service_not_found' } });
  expect([said, nothingAsked()]).toEqual([[], true]);
});

test('a cancelled visit disappears at once; a new one that is undone goes again', async () => {
  const cancelled = { ...anna, status: 'cancelled' as const, version: 2 };
  const { writes, drawn, undo } = desk([{ visits: [cancelled] }, { visits: [later] }, { visits: [cancelled] }]);
  const end = writes.setStatus(anna, { status: 'cancelled', reason: 'krank', notify: true });
  expect(drawn()).toEqual(['10:00 cancelled']);
  await end;
  const body = { customer: null, items: [], notify: false, overlap: false, outside: false };
  await writes.create(body, { ...later, id: 'drawn' });
  undo();
  expect(drawn()).toEqual(['14:00 cancelled']);
});

test('what was drawn before it had an id is found under the one it got', async () => {
  const { writes, became } = desk([{ visits: [later] }]);
  const body = { customer: null, items: [], notify: false, overlap: false, outside: false };
  await writes.create(body, { ...later, id: 'drawn' });
  expect(became.get('drawn')).toBe(later.id);
});

test('undoing may come too late, or meet a time sold meanwhile, and says so', async () => {
  for (const code of ['undo_expired', 'time_conflict', 'version_conflict']) {
    const { writes, said, undo, drawn } = desk([{ visits: [moved] }, { code }]);
    await writes.move(anna, later);
    undo();
    await settled();
    expect([said.at(-1), drawn()]).toEqual([`not undone: ${code}`, []]);
  }
});

test('without a network it stays drawn, is sent again under its key, and is entered once', async () => {
  const cut_ = new NoAnswer('cut');
  const { writes, sent, said } = desk([cut_, cut_, { visits: [moved] }]);
  expect((await writes.move(anna, later)).kind).toBe('done');
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(said).toEqual(['moved']);
});
