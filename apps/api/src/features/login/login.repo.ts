import type { Database } from '@salon/db/pool';
import { readStatement, writeStatement } from '@salon/db/write-statement';

export type LoginRepo = ReturnType<typeof loginRepo>;

export type SessionRow = {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  userAgent: string | null;
  address: string | null;
};

export function loginRepo(db: Database) {
  return {
    /**
     * Forgets a sign-up whose address was never confirmed, for somebody who signs up with it now: else the password of
     * whoever came first, maybe a stranger, would count once the address is confirmed.
     */
    async forgetUnconfirmed(email: string): Promise<void> {
      await writeStatement(db, {
        name: 'forget_unconfirmed',
        text: 'delete from login where email = $1 and not email_verified',
        values: [email],
      });
    },

    /**
     * Ends what was begun and waits: links that set a password, sign-ins before their second step. Whoever has a new
     * password or address is not to be let in, or locked out, by what was asked for before.
     */
    async forgetBegun(loginId: string): Promise<void> {
      await writeStatement(db, {
        name: 'forget_begun',
        text: 'delete from login_token where value = $1',
        values: [loginId],
      });
    },

    /** Where a login is signed in, the newest first. */
    sessions: (loginId: string, now: number) =>
      readStatement<SessionRow>(db, {
        name: 'login_sessions',
        text: `
          select id, created_at as "createdAt", updated_at as "lastUsedAt", user_agent as "userAgent", ip_address as address
          from login_session where login_id = $1 and expires_at > $2 order by created_at desc, id desc`,
        values: [loginId, new Date(now)],
      }),

    /** The passkeys of a login, as they were added. */
    passkeys: (loginId: string) =>
      readStatement<{ id: string; name: string | null; createdAt: Date }>(db, {
        name: 'passkeys',
        text: `select id, name, created_at as "createdAt" from passkey where login_id = $1 order by created_at, id`,
        values: [loginId],
      }),

    /** False: no such passkey of this login. */
    async renamePasskey(loginId: string, id: string, name: string): Promise<boolean> {
      const rows = await writeStatement(db, {
        name: 'rename_passkey',
        text: 'update passkey set name = $3 where login_id = $1 and id = $2 returning id',
        values: [loginId, id, name],
      });
      return rows.length === 1;
    },

    /** False: no such passkey of this login. */
    async removePasskey(loginId: string, id: string): Promise<boolean> {
      const rows = await writeStatement(db, {
        name: 'remove_passkey',
        text: 'delete from passkey where login_id = $1 and id = $2 returning id',
        values: [loginId, id],
      });
      return rows.length === 1;
    },

    async endSession(loginId: string, sessionId: string): Promise<void> {
      await writeStatement(db, {
        name: 'end_session',
        text: 'delete from login_session where login_id = $1 and id = $2',
        values: [loginId, sessionId],
      });
    },

    /** Ends every session of a login, but for one, if it is named. */
    async endSessions(loginId: string, but: string | null): Promise<void> {
      await writeStatement(db, {
        name: 'end_sessions',
        text: 'delete from login_session where login_id = $1 and id is distinct from $2',
        values: [loginId, but],
      });
    },
  };
}
