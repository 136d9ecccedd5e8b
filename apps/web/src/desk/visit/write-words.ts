import type { DeskTimeOff } from '@salon/contracts/desk/calendar';
import type { DeskProblem } from '@salon/contracts/desk/errors';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import type { Formats } from '../../lib/formats.ts';
import type { DeskMessages } from '../i18n/de.ts';
import { type ConflictNames, conflictWords } from './conflict-words.ts';
import { dayAndTime, staffOf, whoOf } from './visit-words.ts';

/** What is said of what was done, by what it was done to. */
export type WriteWords = ReturnType<typeof writeWords>;

export function writeWords(speech: {
  readonly t: DeskMessages;
  readonly f: Formats;
  readonly timeZone: string;
  readonly names: ConflictNames;
}) {
  const { t, f, timeZone } = speech;
  const when = (instant: string) => dayAndTime(f, timeZone, instant);
  const mail = (sentence: string, notify: boolean) => (notify ? `${sentence} ${t.visit.said.mail}` : sentence);
  const refused = (problem: DeskProblem) => {
    const [first] = problem.conflicts ?? [];
    return first === undefined ? t.problems[problem.code] : conflictWords({ t, f, timeZone }, first, speech.names);
  };
  return {
    moved(before: DeskVisit, after: DeskVisit, notify: boolean): string {
      const same = before.startsAt === after.startsAt && staffOf(f, before) === staffOf(f, after);
      const name = whoOf(t, after);
      if (same) return mail(t.visit.said.changed({ name }), notify);
      return mail(t.visit.said.moved({ name, when: when(after.startsAt), staff: staffOf(f, after) }), notify);
    },
    created: (visit: DeskVisit, notify: boolean) =>
      mail(
        t.visit.said.created({ name: whoOf(t, visit), when: when(visit.startsAt), staff: staffOf(f, visit) }),
        notify,
      ),
    status: (visit: DeskVisit, status: DeskVisit['status'], notify = false) =>
      mail(
        visit.status === 'requested' && status === 'cancelled'
          ? t.visit.said.declined({ name: whoOf(t, visit) })
          : visit.status === 'cancelled'
            ? t.visit.said.restored({ name: whoOf(t, visit) })
            : t.visit.said.status[status]({ name: whoOf(t, visit) }),
        notify,
      ),
    split: (visit: DeskVisit) => t.visit.said.split({ name: whoOf(t, visit) }),
    timeTaken: ({ staffId, kind, startsAt }: DeskTimeOff) =>
      t.visit.said.timeTaken[kind]({ name: speech.names.staff(staffId), when: when(startsAt) }),
    timeGiven: ({ staffId, startsAt }: DeskTimeOff) =>
      t.visit.said.timeGiven({ name: speech.names.staff(staffId), when: when(startsAt) }),
    ill: (name: string) => t.ill.done({ name }),
    undone: t.visit.said.undone,
    notUndone: (problem: DeskProblem) => t.visit.said.notUndone({ why: refused(problem) }),
    refused: (problem: DeskProblem) => t.visit.said.refused({ why: refused(problem) }),
  };
}
