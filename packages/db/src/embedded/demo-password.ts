import { join } from 'node:path';

/** Who may sign in at the demo salon. */
export const DEMO_LOGINS = [
  { email: 'owner@demo.example', role: 'owner' },
  { email: 'staff@demo.example', role: 'staff' },
] as const;

/** Where the password of a demo login is kept: made once, and told at every start. */
export const demoPasswordFile = (dataDir: string, role: string) => join(dataDir, `demo-${role}.password`);
