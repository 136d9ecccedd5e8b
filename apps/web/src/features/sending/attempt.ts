import { ApiProblem } from '../../lib/http.ts';

/** One press of a button: the body that is sent, and the key that makes it one deed however often it is sent. */
export type Attempt<Body> = { readonly key: string; readonly body: Body };

/** What an error means for an attempt. */
export type Verdict =
  /** It was not done, and will not be: the key is free. */
  | { readonly kind: 'refused'; readonly problem: ApiProblem }
  /** Whether it was done is not known, or it may be later: the same key is sent again after a while. */
  | { readonly kind: 'again'; readonly why: 'no_answer' | 'busy'; readonly afterMs: number }
  /** Sending it again by itself does not help; the key is kept for when somebody asks for it. */
  | { readonly kind: 'unsure'; readonly problem: ApiProblem };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A fault of the server's is met this often before somebody is asked. */
const FAULTS_BORNE = 3;

/**
 * Judges the answer to an attempt that has failed `failures` times before. `chance` in [0, 1) spreads the crowd that
 * waits for the same thing.
 */
export function judge(error: unknown, failures: number, chance: number): Verdict {
  const backoff = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS) * (0.75 + chance / 2);
  if (!(error instanceof ApiProblem)) return { kind: 'again', why: 'no_answer', afterMs: backoff };
  switch (error.code) {
    case 'overloaded':
    case 'rate_limited':
      return { kind: 'again', why: 'busy', afterMs: Math.max((error.retryAfter ?? 0) * 1000, backoff) };
    case 'internal':
      return failures < FAULTS_BORNE
        ? { kind: 'again', why: 'busy', afterMs: backoff }
        : { kind: 'unsure', problem: error };
    default:
      return { kind: 'refused', problem: error };
  }
}
