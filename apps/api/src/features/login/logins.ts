import type { Database } from '@salon/db/pool';
import type { RateLimits } from '../../config.ts';
import { ownOrigins } from '../../plugins/own-origin.ts';
import { accountMailRepo } from './account-mail.repo.ts';
import { attemptsRepo } from './attempts.repo.ts';
import { makeAuth } from './auth.ts';
import { loginRepo } from './login.repo.ts';
import { loginMails } from './login-mails.ts';
import { loginStore } from './login-store.repo.ts';
import { sessionReader } from './session.ts';

export type Logins = ReturnType<typeof openLogins>;

type Deps = {
  readonly publicUrl: string;
  /** Other origins whose pages are ours. */
  readonly moreOrigins: readonly string[];
  readonly secrets: readonly string[];
  readonly rateLimits: RateLimits | undefined;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly warn: (message: string) => void;
};

/** Logins, put together. */
export function openLogins(db: Database, { rateLimits, clock, ...deps }: Deps) {
  const attempts = attemptsRepo(db);
  const mails = loginMails({ ...deps, mails: accountMailRepo(db), attempts, clock });
  const logins = loginRepo(db);
  const own = ownOrigins(deps.publicUrl, deps.moreOrigins);
  const auth = makeAuth({ ...deps, ownOrigins: own, store: loginStore(db), mails, attempts, logins, clock });
  return {
    auth,
    attempts,
    mails,
    logins,
    signedIn: sessionReader(auth),
    ownOrigins: own,
    rateLimits,
    clock,
  };
}
