import { memory } from '../../lib/local-memory.ts';
import { pauseOrNetwork } from '../../lib/pause.ts';
import { deskPost, deskPut } from '../lib/desk-http.ts';
import type { DeskWrite } from './desk-write.ts';
import { deskWriter } from './desk-writer.ts';
import { drawnAhead } from './drawn-ahead.ts';
import { questions } from './questions.ts';

/** What is being written into a salon's day book from this tab: on its way, drawn already, and to be asked. */
export type DayBook = ReturnType<typeof open>;

// They live as long as the page: what is on its way when somebody looks elsewhere goes on.
const books = new Map<string, DayBook>();

export function dayBookOf(salonId: string): DayBook {
  let book = books.get(salonId);
  if (!book) {
    book = open(salonId);
    books.set(salonId, book);
  }
  return book;
}

function open(salonId: string) {
  return {
    writer: deskWriter({
      send: ({ method, path, body, key }) =>
        method === 'put' ? deskPut<unknown>(path, body, { key }) : deskPost<unknown>(path, body, { key }),
      kept: memory<readonly DeskWrite[]>(() => sessionStorage, `desk-writes ${salonId}`),
      pause: pauseOrNetwork,
      chance: Math.random,
    }),
    ahead: drawnAhead(),
    questions: questions(),
    /** Under which id a visit stands in the book that was drawn before it had one. */
    became: new Map<string, string>(),
  };
}
