const PARENT_POLL_MS = 500;
const HURRY_MS = 3000;

/** A wish to stop: for whom it is aborted, what began it, and whether something failed. */
export class Shutdown {
  readonly #controller = new AbortController();
  readonly #hurry = new AbortController();
  #interrupts = 0;
  #failure: string | undefined;

  get asked(): AbortSignal {
    return this.#controller.signal;
  }

  /** Aborted when stopping in order takes too long for the person waiting. */
  get hurried(): AbortSignal {
    return this.#hurry.signal;
  }

  get failure(): string | undefined {
    return this.#failure;
  }

  ask(why: string): void {
    if (this.asked.aborted) return;
    console.log(`\nStopping (${why}) …`);
    this.#controller.abort();
  }

  /** Stops because a part cannot go on. */
  fail(why: string): void {
    this.#failure = why;
    this.ask('a part cannot run');
  }

  /** A second Ctrl-C hurries; TERM and HUP may come twice from one stop and do not. */
  listen(): void {
    // Who printed to may be gone before we are; that must not break off an orderly stop.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
    process.on('SIGINT', () => {
      this.ask('Ctrl-C');
      this.#interrupts += 1;
      if (this.#interrupts === 2) this.#hurryUp();
    });
    process.on('SIGTERM', () => this.ask('asked to end'));
    process.on('SIGHUP', () => this.ask('the terminal is gone'));
    // npm passes a signal on to its shell and not to what runs in it.
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) this.ask('the parent is gone');
    }, PARENT_POLL_MS).unref();
  }

  #hurryUp(): void {
    this.#hurry.abort();
    setTimeout(() => process.exit(1), HURRY_MS).unref();
  }

  /** The work's result, unless stopping is asked for first. */
  async unlessAsked<T>(work: Promise<T>): Promise<T> {
    work.catch(() => {}); // once we are stopping, nobody waits for it any more
    this.asked.throwIfAborted();
    return Promise.race([work, this.#whenAsked()]);
  }

  /** Settles, by rejecting, when stopping is asked for. */
  #whenAsked(): Promise<never> {
    return new Promise((_, reject) => {
      this.asked.addEventListener('abort', () => reject(this.asked.reason), { once: true });
    });
  }

  untilAsked(): Promise<never> {
    return this.unlessAsked(new Promise<never>(() => {}));
  }
}
