import type { AnyErrorCode } from '@salon/contracts/desk/errors';
import type { ErrorCode } from '@salon/contracts/errors';
import { expect, test } from 'vitest';
import { ApiProblem, NoAnswer } from '../../lib/http.ts';
import type { DeskWrite } from './desk-write.ts';
import { deskWriter } from './desk-writer.ts';

const CUT = new NoAnswer('cut');
const problem = (code: AnyErrorCode) =>
  // At the desk the API refuses with more codes than customers meet.
  new ApiProblem({ type: 'about:blank', title: '', status: 409, code: code as ErrorCode, detail: '', requestId: 'r' });
const visit = (id: string, version: number) => ({ visits: [{ id, version }] });

/** A fake API that answers from a script, one answer a call, each when `next` is called; its tab outlives the page. */
function desk() {
  let kept: readonly DeskWrite[] = [];
  const sent: DeskWrite[] = [];
  const waits: number[] = [];
  const open: ((answer: unknown) => Promise<void>)[] = [];
  const page = () =>
    deskWriter({
      send: (write) =>
        new Promise((resolve, reject) => {
          sent.push(write);
          open.push(async (answer) => {
            if (answer instanceof Error) reject(answer);
            else resolve(answer);
            await settled();
          });
        }),
      kept: {
        read: () => kept,
        write: (writes) => {
          kept = writes;
        },
      },
      pause: async (ms) => void waits.push(ms),
      chance: () => 0.5,
    });
  return {
    ...{ page, sent, waits },
    kept: () => kept,
    /** The page goes while a call is on its way: what was sent may have been done. */
    lose: () => void open.shift(),
    /** Answers the call that has waited longest. */
    async answer(with_: unknown) {
      const call = open.shift();
      if (call === undefined) throw new Error('Nobody has called');
      await call(with_);
    },
  };
}

/** Lets everything run that only waits for promises. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const move = (key: string, lane = 'anna', version = 3): DeskWrite => ({
  ...{ key, lane, method: 'put', path: `/visits/${lane}`, whole: true },
  body: { version, items: key },
});
const arrived = (key: string, lane = 'anna', version = 3): DeskWrite => ({
  ...{ key, lane, method: 'post', path: `/visits/${lane}/status` },
  body: { version, status: 'arrived' },
});

test('a write is sent once, and what the API made of it is told', async () => {
  const { page, sent, answer, kept } = desk();
  const it = page();
  const end = it.write(move('a'));
  expect(it.pending()).toEqual([{ write: move('a'), state: 'sending', why: null }]);
  expect(kept()).toEqual([move('a')]);
  await answer(visit('anna', 4));
  expect(await end).toEqual({ kind: 'done', answer: visit('anna', 4) });
  expect(sent).toEqual([move('a')]);
  expect([it.pending(), kept()]).toEqual([[], []]);
});

test('while there is no network the same is sent under the same key, and it can be seen', async () => {
  const { page, sent, waits, answer } = desk();
  const it = page();
  const seen: string[] = [];
  it.subscribe(() =>
    seen.push(
      it
        .pending()
        .map(({ state }) => state)
        .join(),
    ),
  );
  const end = it.write(move('a'));
  await answer(CUT);
  await answer(CUT);
  await answer(problem('overloaded'));
  await answer(visit('anna', 4));
  expect((await end).kind).toBe('done');
  expect(sent).toEqual([move('a'), move('a'), move('a'), move('a')]);
  expect(waits).toEqual([1_000, 2_000, 4_000]);
  expect(seen).toEqual(['sending', 'waiting', 'sending', 'waiting', 'sending', 'waiting', 'sending', '']);
});

test('two moves of one visit go one after the other, the second upon the version of the first', async () => {
  const { page, sent, answer } = desk();
  const it = page();
  const first = it.write(move('a'));
  const second = it.write(move('b'));
  await settled();
  expect(sent).toHaveLength(1);
  expect(it.pending().map(({ state }) => state)).toEqual(['sending', 'queued']);
  await answer(visit('anna', 4));
  await answer(visit('anna', 5));
  expect([(await first).kind, (await second).kind]).toEqual(['done', 'done']);
  expect(sent[1]?.body).toEqual({ version: 4, items: 'b' });
});

test('what somebody else changed is never taken for seen', async () => {
  const { page, sent, answer } = desk();
  const it = page();
  const first = it.write(move('a'));
  await answer(visit('anna', 4));
  await first;
  // She has the page of version 4 before her; meanwhile a colleague has made version 5.
  const second = it.write(move('b', 'anna', 4));
  await answer(problem('version_conflict'));
  expect(await second).toMatchObject({ kind: 'refused', problem: { code: 'version_conflict' } });
  expect(sent.at(-1)?.body.version).toBe(4);
});

test('visits do not wait for each other', async () => {
  const { page, sent } = desk();
  const it = page();
  void it.write(move('a', 'anna'));
  void it.write(move('b', 'jonas'));
  await settled();
  expect(sent.map(({ lane }) => lane)).toEqual(['anna', 'jonas']);
});

test('a refused move matters no more once she has moved the visit again', async () => {
  const { page, answer } = desk();
  const it = page();
  const first = it.write(move('a'));
  const second = it.write(move('b'));
  await answer(problem('time_conflict'));
  expect(await first).toEqual({ kind: 'superseded' });
  await answer(visit('anna', 4));
  expect((await second).kind).toBe('done');
});

test('a refused move is told although she has marked the visit as arrived since', async () => {
  const { page, sent, answer } = desk();
  const it = page();
  const first = it.write(move('a'));
  const second = it.write(arrived('b'));
  await answer(problem('time_conflict'));
  expect(await first).toMatchObject({ kind: 'refused', problem: { code: 'time_conflict' } });
  await answer(visit('anna', 4));
  expect((await second).kind).toBe('done');
  expect(sent[1]?.body.version).toBe(3);
});

test('after a fault that does not pass it waits until somebody says so, and then sends the same', async () => {
  const { page, sent, answer } = desk();
  const it = page();
  const end = it.write(move('a'));
  for (let times = 0; times < 4; times++) await answer(problem('internal'));
  expect(it.pending().map(({ state }) => state)).toEqual(['stuck']);
  it.retry();
  await settled();
  await answer(visit('anna', 4));
  expect((await end).kind).toBe('done');
  expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(['a']));
});

test('a reload while it is on its way goes on with the same key and body', async () => {
  const { page, sent, answer, lose } = desk();
  void page().write(move('a'));
  lose();
  const ended: unknown[] = [];
  const after = page();
  after.resume((write, end) => ended.push([write.key, end.kind]));
  await settled();
  await answer(CUT);
  await answer(visit('anna', 4));
  expect(sent).toEqual([move('a'), move('a'), move('a')]);
  expect(ended).toEqual([['a', 'done']]);
});
