import type { TestProject } from 'vitest/node';
import { startTestPostgres, type TestPostgres, type TestServer } from './test-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

// Each project of a run loads this module anew, so what they share hangs on the process.
type Shared = { users: number; server: Promise<TestPostgres> };
const world = globalThis as { salonTestPostgres?: Shared };

/** Vitest's globalSetup of every project with a database: one server for all projects of the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  world.salonTestPostgres ??= { users: 0, server: startTestPostgres() };
  const shared = world.salonTestPostgres;
  shared.users += 1;
  const server = await shared.server;
  const { adminUrl, template, rolePassword } = server;
  project.provide('testServer', { adminUrl, template, rolePassword });
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete world.salonTestPostgres;
    await server.stop();
  };
}
