import type { ApiProblem } from '../../lib/http.ts';
import { type Attempt, judge } from './attempt.ts';

/** How far something is that was sent. */
export type Sending<Body, Answer> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  /** Sent in vain; the same is sent again by itself. */
  | { readonly kind: 'waiting'; readonly why: 'no_answer' | 'busy' }
  | { readonly kind: 'unsure'; readonly problem: ApiProblem }
  /** `body` is what was refused: whoever has gone elsewhere may be looking at something else by now. */
  | { readonly kind: 'refused'; readonly problem: ApiProblem; readonly body: Body }
  | { readonly kind: 'done'; readonly answer: Answer };

export type SenderParts<Body, Answer> = {
  /** Sends an attempt once. Throws `ApiProblem` or `NoAnswer`. */
  readonly send: (attempt: Attempt<Body>) => Promise<Answer>;
  /** Where the attempt outlives a reload. */
  readonly kept: { read(): Attempt<Body> | undefined; write(attempt: Attempt<Body>): void; forget(): void };
  /** Resolves after so many milliseconds, or as soon as it is worth trying again. */
  readonly pause: (ms: number) => Promise<void>;
  readonly newKey: () => string;
  /** A number in [0, 1). */
  readonly chance: () => number;
};

export type Sender<Body, Answer> = ReturnType<typeof sender<Body, Answer>>;

/**
 * Sends one thing at a time until it is known what became of it. The key is kept before anything is sent, and given up
 * only when the API has refused: whatever is pressed, reloaded or cut meanwhile, it is done once.
 */
export function sender<Body, Answer>(parts: SenderParts<Body, Answer>) {
  let state: Sending<Body, Answer> = { kind: 'idle' };
  let running = false;
  const listeners = new Set<() => void>();

  function become(next: Sending<Body, Answer>): void {
    state = next;
    for (const listener of listeners) listener();
  }

  async function settle(attempt: Attempt<Body>): Promise<Sending<Body, Answer>> {
    for (let failures = 0; ; failures++) {
      become({ kind: 'sending' });
      try {
        const answer = await parts.send(attempt);
        parts.kept.forget();
        return { kind: 'done', answer };
      } catch (error) {
        const verdict = judge(error, failures, parts.chance());
        if (verdict.kind === 'unsure') return verdict;
        if (verdict.kind === 'refused') {
          parts.kept.forget();
          return { ...verdict, body: attempt.body };
        }
        become({ kind: 'waiting', why: verdict.why });
        await parts.pause(verdict.afterMs);
      }
    }
  }

  async function run(body: Body | undefined): Promise<void> {
    if (running) return;
    running = true;
    const before = parts.kept.read();
    let outcome: Sending<Body, Answer> | undefined = before && (await settle(before));
    // What was sent before is settled first: only if it was refused may something else be done instead.
    const other = body !== undefined && JSON.stringify(body) !== JSON.stringify(before?.body);
    if (other && (outcome === undefined || outcome.kind === 'refused')) {
      const attempt = { key: parts.newKey(), body };
      parts.kept.write(attempt);
      outcome = await settle(attempt);
    }
    running = false;
    if (outcome) become(outcome);
  }

  return {
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Sends; a press while something is on its way changes nothing. */
    send: (body: Body) => run(body),
    /** Goes on with what a reload or a fault left unsettled. */
    resume: () => run(undefined),
    /** Puts what has been dealt with out of sight; never that it is not known what became of something. */
    clear(): void {
      if (!running && state.kind !== 'unsure') become({ kind: 'idle' });
    },
  };
}
