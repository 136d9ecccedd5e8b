import type { AnyErrorCode } from '@salon/contracts/desk/errors';
import type { AffectedVisit } from '@salon/contracts/desk/set-up';
import type { Conflict } from '@salon/contracts/desk/visit';
import type { Alternative, Problem } from '@salon/contracts/errors';

type Extras = {
  readonly errors?: readonly { path: string; message: string }[];
  readonly alternatives?: readonly Alternative[];
  readonly conflicts?: readonly Conflict[];
  /** The first of the visits that a change would affect, and how many there are. */
  readonly visits?: readonly AffectedVisit[];
  readonly total?: number;
  readonly estimatedRecovery?: string | null;
  readonly salon?: Problem['salon'];
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
};

/** A refusal the client is meant to understand: a code of the closed list and a sentence. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AnyErrorCode;
  readonly extras: Extras;

  constructor(code: AnyErrorCode, detail: string, extras: Extras = {}) {
    super(detail);
    this.code = code;
    this.extras = extras;
  }
}
