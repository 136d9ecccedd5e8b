import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived: who it was really sent to, and what stands in it. */
export type Arrived = { readonly to: readonly string[]; readonly from: string; readonly mail: Email };

/** What the server does with a mail: takes it, refuses it with a code and words, or never answers. */
export type Mood = 'takes' | 'hangs' | { readonly code: number; readonly words: string; readonly at?: 'rcpt' | 'data' };

/** A real mail server with moods. Loopback only. */
export type MailServer = {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** Every mail it heard to its end, taken or not. */
  readonly heard: readonly Arrived[];
  /** How it treats what comes next; a function is asked for each mail. */
  mood: Mood | ((recipient: string) => Mood);
  /** Recipients it was asked for, taken or not. */
  readonly asked: readonly string[];
  /** Settles when so many mails have arrived, all in all. */
  arrivals(count: number): Promise<void>;
  /** Settles when somebody has been left hanging. */
  hanging(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
};

export async function startMailServer(): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const heard: Arrived[] = [];
  const asked: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let hung = Promise.withResolvers<void>();
  let port = 0;
  let server = makeServer();

  function makeServer(): SMTPServer {
    const made = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 50,
      onRcptTo({ address }, _session, answer) {
        asked.push(address);
        react(moodFor(address), 'rcpt', answer);
      },
      async onData(stream, session, answer) {
        const mail = await PostalMime.parse(await buffer(stream));
        const { rcptTo, mailFrom } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        const whole = { to, from: mailFrom === false ? '' : mailFrom.address, mail };
        heard.push(whole);
        react(moodFor(to[0] ?? ''), 'data', (error) => {
          if (error) return answer(error);
          arrived.push(whole);
          answer();
          for (const one of waiting) if (one.count <= arrived.length) one.resolve();
        });
      },
    });
    made.on('error', () => {}); // clients that break off
    return made;
  }

  const moodFor = (recipient: string) => (typeof it.mood === 'function' ? it.mood(recipient) : it.mood);

  function react(mood: Mood, step: 'rcpt' | 'data', answer: (error?: Error) => void): void {
    if (mood === 'hangs' && step === 'data') hung.resolve();
    else if (typeof mood === 'string' || (mood.at ?? 'rcpt') !== step) answer();
    else answer(Object.assign(new Error(mood.words), { responseCode: mood.code }));
  }

  const it: MailServer = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    arrived,
    heard,
    asked,
    mood: 'takes',
    arrivals(count) {
      if (arrived.length >= count) return Promise.resolve();
      return new Promise((resolve) => waiting.push({ count, resolve }));
    },
    async hanging() {
      await hung.promise;
      hung = Promise.withResolvers<void>();
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    async start() {
      server = makeServer();
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      port = (server.server.address() as AddressInfo).port;
    },
  };
  await it.start();
  return it;
}
