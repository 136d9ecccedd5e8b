import type { SSEReplyInterface } from '@fastify/sse';
import type { ChangeHub } from './change-hub.ts';

/** What is said when nothing has changed, so that both sides notice a connection that is dead. */
const BEAT = 15_000;

type StreamOptions = {
  readonly mayHear: () => Promise<boolean>;
  readonly broken: (error: unknown) => void;
  /** Called when it changed how the product as a whole stands; a stream is in it as long as it is open. */
  readonly notices: Set<() => void>;
  readonly beatMillis?: number | undefined;
};

type Stream = Pick<SSEReplyInterface, 'send' | 'close' | 'isConnected' | 'onClose'>;

/**
 * Keeps one calendar told: `hello` at first, `change` with the days to look at again, `again` when it should look at all
 * it shows, `system` when it should ask how the product stands, `beat` in between. Days that change while it is busy are
 * told together. On each beat it is asked whether it may still hear, and let go if not, or if it has not taken what was
 * said on the last. A stream that breaks while somebody listens is closed, so that she asks anew, and `broken` is told:
 * its answer began long ago, and no status can say so.
 */
export async function streamChanges(
  stream: Stream,
  hub: ChangeHub,
  salonId: string,
  { mayHear, broken, notices, beatMillis = BEAT }: StreamOptions,
): Promise<void> {
  let days = new Set<string>();
  let all = false;
  let sending = false;

  async function send(event: string, data: object): Promise<void> {
    if (stream.isConnected) await stream.send({ event, data });
  }

  function end(error: unknown): void {
    // To whoever has gone nothing can be sent; that is no fault.
    if (stream.isConnected) broken(error);
    stream.close();
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
    flush().catch(end);
  });
  const notice = () => void send('system', {}).catch(end);
  notices.add(notice);
  const beat = setInterval(() => beatOnce().catch(end), beatMillis);
  beat.unref();
  stream.onClose(() => {
    clearInterval(beat);
    notices.delete(notice);
    leave();
  });
  await send('hello', {});
}
