import type { SSEReplyInterface } from '@fastify/sse';
import type { ChangeHub } from './change-hub.ts';

/** What is said when nothing has changed, so that both sides notice a connection that is dead. */
const BEAT = 15_000;

type Stream = Pick<SSEReplyInterface, 'send' | 'close' | 'isConnected' | 'onClose'>;

/**
 * Keeps one calendar told: `hello` at first, `change` with the days to look at again, `again` when it should look at all
 * it shows, `beat` in between. Days that change while it is busy are told together. On each beat it is asked whether
 * it may still hear, and let go if not, or if it has not taken what was said on the last.
 */
export async function streamChanges(
  stream: Stream,
  hub: ChangeHub,
  salonId: string,
  mayHear: () => Promise<boolean>,
  beatMillis = BEAT,
): Promise<void> {
  let days = new Set<string>();
  let all = false;
  let sending = false;

  async function send(event: string, data: object): Promise<void> {
    if (stream.isConnected) await stream.send({ event, data });
  }

  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      while (stream.isConnected && (all || days.size > 0)) {
        const dates = [...days].sort();
        const everything = all;
        days = new Set();
        all = false;
        await (everything ? send('again', {}) : send('change', { dates }));
      }
    } finally {
      sending = false;
    }
  }

  async function beatOnce(): Promise<void> {
    if (sending || !(await mayHear().catch(() => true))) {
      stream.close();
      return;
    }
    await send('beat', {});
  }

  const leave = hub.subscribe(salonId, (dates) => {
    if (dates === 'all') all = true;
    else for (const date of dates) days.add(date);
    flush().catch(() => stream.close());
  });
  const beat = setInterval(() => beatOnce().catch(() => stream.close()), beatMillis);
  beat.unref();
  stream.onClose(() => {
    clearInterval(beat);
    leave();
  });
  await send('hello', {});
}
