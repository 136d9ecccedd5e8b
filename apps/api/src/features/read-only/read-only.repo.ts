import type { Database } from '@salon/db/pool';
import { readSwitch } from '@salon/db/read-only';

export type ReadOnlyRepo = ReturnType<typeof readOnlyRepo>;

/** How read-only mode is switched; asked past the pool, so that a full one keeps nobody from hearing of it. */
export const readOnlyRepo = (db: Database) => ({ read: () => readSwitch(db.probe) });
