import type { AddressInfo } from 'node:net';
import type { SignedInMember } from './signed-in.ts';
import type { TestApi } from './test-api.ts';

export type Heard = { readonly event: string; readonly data: { readonly dates?: readonly string[] } };

/** Opens a calendar's stream over a real connection to this process. */
export async function openStream(app: TestApi['app'], salon: { readonly id: string }, member: SignedInMember) {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const abort = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/api/desk/${salon.id}/changes`, {
    headers: { cookie: member.cookie, accept: 'text/event-stream' },
    signal: abort.signal,
  });
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let ended = false;
  const told = () => {
    for (const look of waiting) look();
  };
  const reading = read();

  async function read(): Promise<void> {
    let text = '';
    try {
      for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
        const events = (text + chunk).split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) heard.push(eventOf(event));
        told();
      }
    } catch {
      // cut off, by us or by the server: an end like any other
    }
    ended = true;
    told();
  }

  /** Resolves as soon as this is so. */
  function until(so: () => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => {
      if (!so()) return;
      waiting.delete(look);
      resolve();
    };
    waiting.add(look);
    look();
    return promise;
  }

  return {
    response,
    heard,
    until: (so: (heard: readonly Heard[]) => boolean) => until(() => so(heard)),
    /** Until the server has closed it. */
    untilEnded: () => until(() => ended),
    async close(): Promise<void> {
      abort.abort();
      await reading;
    },
  };
}

function eventOf(text: string): Heard {
  const lines = Object.fromEntries(text.split('\n').map((line) => line.split(/: (.*)/).slice(0, 2)));
  return { event: String(lines.event), data: JSON.parse(String(lines.data)) };
}
