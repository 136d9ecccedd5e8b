import type { DeskTimeOff, NewTimeOff } from '@salon/contracts/desk/calendar';
import type { DeskProblem } from '@salon/contracts/desk/errors';
import type { IllRequest } from '@salon/contracts/desk/ill';
import type {
  Change,
  ChangedVisit,
  Conflict,
  DeskVisit,
  NewVisit,
  VisitStatusChange,
} from '@salon/contracts/desk/visit';
import { stationsWished, wishesOf } from '../calendar/moved-visit.ts';
import { anyway } from './anyway.ts';
import type { DayBook } from './day-book.ts';
import type { DeskWrite } from './desk-write.ts';
import type { Ahead } from './drawn-ahead.ts';
import { mailMatters } from './mail-matters.ts';
import { undoableFor } from './undoable-for.ts';
import type { WriteWords } from './write-words.ts';

/** What the API answers to a change: what it made, and how to take it back. */
type Answer = { readonly change: Change; readonly visits?: readonly DeskVisit[]; readonly timeOff?: DeskTimeOff };

/** What is seen of a write: drawn at once, said when done, drawn when it is undone. */
type Doing = {
  readonly draws: Ahead;
  /** How it was; made of the answer where only that says what came to be. */
  readonly before: (answer: Answer) => Ahead;
  readonly said: (answer: Answer) => string;
  /** The one visit it changes: what somebody else made of it meanwhile is shown. */
  readonly changes?: string;
};

/** How a write ended, for a form that made it. */
export type Written =
  | { readonly kind: 'done'; readonly visits: readonly DeskVisit[] }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'refused'; readonly problem: DeskProblem }
  /** Told elsewhere already, or given up. */
  | { readonly kind: 'dropped' };

/** Who shows what is in the way, and what was refused: the form itself, or a dialog of its own. */
export type Asks = 'form' | 'dialog';

export type WritesParts = {
  /** `/api/desk/SALON` */
  readonly base: string;
  readonly book: Pick<DayBook, 'writer' | 'ahead' | 'questions' | 'became'>;
  /** Puts what was answered into what is shown, and has the rest looked at again. */
  readonly answered: (visits: readonly DeskVisit[]) => void;
  readonly words: WriteWords;
  readonly toast: (toast: { text: string; undo?: { forMs: number; run: () => void } }) => void;
  readonly newKey: () => string;
};

/**
 * All that can be done with visits and time off at the desk. Each is drawn at once, sent until it is known what became of
 * it, can be undone for some seconds, and goes back to what it was when the API refuses.
 */
export function visitWrites(parts: WritesParts) {
  const { base, book, words } = parts;
  const post = (path: string, body: object, lane: string): DeskWrite => ({
    ...{ key: parts.newKey(), method: 'post', path: `${base}${path}`, lane },
    body: { ...body },
  });

  async function settle(first: DeskWrite, doing: Doing, asks: Asks): Promise<Written> {
    const undraw = book.ahead.draw(doing.draws);
    try {
      for (let write = first; ; ) {
        const end = await book.writer.write<Answer>(write);
        if (end.kind === 'superseded') return { kind: 'dropped' };
        if (end.kind === 'done') return done(end.answer, write.lane, doing);
        const { problem } = end;
        const conflicts = problem.code === 'time_conflict' ? (problem.conflicts ?? []) : undefined;
        if (conflicts !== undefined && asks === 'form') return { kind: 'conflict', conflicts };
        if (conflicts !== undefined) {
          const goOn = await book.questions.ask<boolean>((answer) => ({ kind: 'conflict', conflicts, answer }));
          if (!goOn) return { kind: 'dropped' };
          write = { ...write, key: parts.newKey(), body: { ...write.body, ...anyway(conflicts) } };
          continue;
        }
        parts.answered([]);
        const { changes: visitId } = doing;
        if (problem.code === 'version_conflict' && visitId !== undefined) {
          void book.questions.ask<void>((answer) => ({ kind: 'changed', visitId, answer: () => answer() }));
          return { kind: 'dropped' };
        }
        if (asks === 'form') return { kind: 'refused', problem };
        parts.toast({ text: words.refused(problem) });
        return { kind: 'dropped' };
      }
    } finally {
      undraw();
    }
  }

  function done(answer: Answer, lane: string, doing: Doing): Written {
    parts.answered(answer.visits ?? []);
    const run = () => void undo(answer.change, lane, doing.before(answer));
    parts.toast({ text: doing.said(answer), undo: { forMs: undoableFor(answer.change, Date.now()), run } });
    return { kind: 'done', visits: answer.visits ?? [] };
  }

  async function undo(change: Change, lane: string, before: Ahead): Promise<void> {
    const undraw = book.ahead.draw(before);
    const end = await book.writer.write<Answer>(post(`/changes/${change.id}/undo`, {}, lane));
    if (end.kind === 'done') {
      parts.answered(end.answer.visits ?? []);
      parts.toast({ text: words.undone });
    } else {
      parts.answered([]);
      if (end.kind === 'refused') parts.toast({ text: words.notUndone(end.problem) });
    }
    undraw();
  }

  const put = (visit: DeskVisit, body: Omit<ChangedVisit, 'version'>): DeskWrite => ({
    ...{ key: parts.newKey(), method: 'put', path: `${base}/visits/${visit.id}`, lane: visit.id, whole: true },
    body: { ...body, version: visit.version },
  });
  const of = (visit: DeskVisit) => ({ before: () => ({ visits: [visit] }), changes: visit.id });

  return {
    /** Puts a visit where it is drawn; asks whether the customer hears of it, where she would want to. */
    async move(visit: DeskVisit, drawn: DeskVisit): Promise<Written> {
      // It is on its way into the book itself.
      if (visit.version === 0) return { kind: 'dropped' };
      const undraw = book.ahead.draw({ visits: [drawn] });
      try {
        const notify = mailMatters(visit, drawn, Date.now())
          ? await book.questions.ask<boolean | null>((answer) => ({ kind: 'mail', visit: drawn, answer }))
          : false;
        if (notify === null) return { kind: 'dropped' };
        const doing = { draws: { visits: [drawn] }, ...of(visit), said: () => words.moved(visit, drawn, notify) };
        const body = {
          items: wishesOf(drawn),
          ...stationsWished(visit, drawn),
          notify,
          overlap: false,
          outside: false,
        };
        return await settle(put(visit, body), doing, 'dialog');
      } finally {
        undraw();
      }
    },
    /** Makes of a visit what a form says; `drawn` is what it will look like. */
    change(visit: DeskVisit, body: Omit<ChangedVisit, 'version'>, drawn: DeskVisit): Promise<Written> {
      const said = () => words.moved(visit, drawn, body.notify);
      return settle(put(visit, body), { draws: { visits: [drawn] }, ...of(visit), said }, 'form');
    },
    /** A new visit; `drawn` is what it will look like. */
    create(body: NewVisit, drawn: DeskVisit): Promise<Written> {
      const before = ({ visits = [] }: Answer) => ({ visits: visits.map(gone) });
      const said = ({ visits: [made = drawn] = [] }: Answer) => {
        // Whoever has opened it meanwhile goes on with it.
        book.became.set(drawn.id, made.id);
        return words.created(made, body.notify);
      };
      return settle(post('/visits', body, drawn.id), { draws: { visits: [drawn] }, before, said }, 'form');
    },
    /** Arrived, done, missed, cancelled, or back again. */
    setStatus(visit: DeskVisit, change: Omit<VisitStatusChange, 'version' | 'overlap'>): Promise<Written> {
      const body = { ...change, version: visit.version, overlap: false };
      const drawn = { ...visit, status: change.status };
      const said = () => words.status(visit, change.status, change.notify);
      const doing = { draws: { visits: [drawn] }, ...of(visit), said };
      return settle(post(`/visits/${visit.id}/status`, body, visit.id), doing, 'dialog');
    },
    /** Makes a visit of their own of some services. */
    split(visit: DeskVisit, positions: readonly number[]): Promise<Written> {
      const others = ({ visits = [] }: Answer) => visits.filter(({ id }) => id !== visit.id).map(gone);
      const before = (answer: Answer) => ({ visits: [visit, ...others(answer)] });
      const body = { version: visit.version, positions };
      const doing = { ...of(visit), draws: {}, before, said: () => words.split(visit) };
      return settle(post(`/visits/${visit.id}/split`, body, visit.id), doing, 'dialog');
    },
    /** Takes somebody's time: blocked, or off. */
    takeTime(body: NewTimeOff, asks: Asks = 'form'): Promise<Written> {
      const id = parts.newKey();
      const { staffId, kind, startsAt, endsAt, reason = null } = body;
      const drawn = { id, version: 0, staffId, kind, startsAt, endsAt, reason, overlaps: body.overlap };
      const before = ({ timeOff }: Answer) => ({ ended: timeOff ? [timeOff.id] : [] });
      return settle(
        post('/time-off', body, id),
        { draws: { timeOff: [drawn] }, before, said: () => words.timeTaken(drawn) },
        asks,
      );
    },
    /** Puts time off elsewhere, or makes it longer or shorter. */
    moveTimeOff(timeOff: DeskTimeOff, to: NewTimeOff, asks: Asks = 'form'): Promise<Written> {
      const drawn = { ...timeOff, ...to, reason: to.reason ?? null };
      const write: DeskWrite = {
        ...{
          key: parts.newKey(),
          method: 'put',
          path: `${base}/time-off/${timeOff.id}`,
          lane: timeOff.id,
          whole: true,
        },
        body: { ...to, version: timeOff.version },
      };
      const doing = {
        draws: { timeOff: [drawn] },
        before: () => ({ timeOff: [timeOff] }),
        said: () => words.timeTaken(drawn),
      };
      return settle(write, doing, asks);
    },
    /** Gives time back. */
    endTimeOff(timeOff: DeskTimeOff): Promise<Written> {
      const doing = {
        draws: { ended: [timeOff.id] },
        before: () => ({ timeOff: [timeOff] }),
        said: () => words.timeGiven(timeOff),
      };
      return settle(post(`/time-off/${timeOff.id}/end`, {}, timeOff.id), doing, 'dialog');
    },
    /** Somebody is ill: all of her visits at once. */
    reportIll(body: IllRequest, name: string): Promise<Written> {
      const doing = { draws: {}, before: () => ({}), said: () => words.ill(name) };
      return settle(post('/ill', body, `ill ${body.staffId}`), doing, 'form');
    },
  };
}

const gone = (visit: DeskVisit): DeskVisit => ({ ...visit, status: 'cancelled' });
