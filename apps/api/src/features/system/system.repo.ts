import type { Database } from '@salon/db/pool';

export const systemRepo = (db: Database) => ({
  /** Whether the database answers, within two seconds. */
  async isConnected(): Promise<boolean> {
    const answered = db.probe.query('select 1').then(
      () => true,
      () => false,
    );
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
    return Promise.race([answered, late]);
  },
});

export type SystemRepo = ReturnType<typeof systemRepo>;
