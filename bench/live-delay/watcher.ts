import type { CalendarRows } from '@salon/contracts/desk/calendar';
import { unpacked } from '@salon/domain/visit/packed-rows';

/** Where a calendar is read, and by whom. */
export type Desk = { readonly baseUrl: string; readonly salonId: string; readonly cookie: string };

/** A calendar that is open somewhere: when it has a visit, by the instant at which the answer that shows it was read. */
export type Watcher = { readonly has: (visitId: string) => Promise<number>; readonly close: () => void };

/**
 * Does what an open calendar does, without drawing it: listens, and reads the day again whenever it is said to have changed;
 * once more where that was said while it was reading.
 */
export async function watch({ baseUrl, salonId, cookie }: Desk, date: string): Promise<Watcher> {
  const seen = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  const ending = new AbortController();
  const ask = (path: string) =>
    fetch(`${baseUrl}/api/desk/${salonId}/${path}`, { headers: { cookie }, signal: ending.signal });

  async function read(): Promise<void> {
    const answer = await ask(`calendar?from=${date}&days=1`);
    if (!answer.ok) throw new Error(`The calendar answers ${answer.status}`);
    const { visits } = unpacked((await answer.json()) as CalendarRows);
    const at = Date.now();
    for (const [, , , , id] of visits) {
      if (seen.has(id)) continue;
      seen.set(id, at);
      waiting.get(id)?.(at);
    }
  }

  let reading: Promise<void> | undefined;
  let again = false;
  function changed(): void {
    again = reading !== undefined;
    reading ??= read().finally(() => {
      reading = undefined;
      if (again) changed();
    });
    reading.catch(refuse);
  }
  function refuse(error: unknown): void {
    if (!ending.signal.aborted) throw error;
  }

  const stream = await ask('changes');
  if (!stream.ok || stream.body === null) throw new Error(`The stream answers ${stream.status}`);
  const lines = stream.body.pipeThrough(new TextDecoderStream());
  void (async () => {
    for await (const text of lines) if (text.includes('event: change')) changed();
  })().catch(refuse);
  await read();
  return {
    has: (visitId) => {
      const at = seen.get(visitId);
      return at === undefined ? new Promise((resolve) => waiting.set(visitId, resolve)) : Promise.resolve(at);
    },
    close: () => ending.abort(),
  };
}
