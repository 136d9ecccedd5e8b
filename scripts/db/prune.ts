import { StartError } from '@salon/db/embedded/start-error';
import { withClient } from '@salon/db/embedded/with-client';
import { lastBooking, type PrunedKind, prune } from '@salon/db/prune';
import { isOn, readSwitch } from '@salon/db/read-only';
import { entry } from '../entry.ts';
import { databaseSettings, loadEnvironment } from '../settings.ts';
import { withMigrationDatabase } from './database-in-use.ts';

const WORDS: Record<PrunedKind, string> = {
  idempotency: 'Idempotency keys older than 30 days',
  desk_change: 'Changes of the desk older than 30 days',
  claim: 'Claims that ended more than 90 days ago',
  outbox: 'Events taken more than 7 days ago',
  login_session: 'Sessions that ended more than 30 days ago',
  login_token: 'Links and steps of signing in that ended more than a day ago',
  login_rate: 'Counts of tries to sign in that ended more than a day ago',
  login: 'Accounts older than 7 days whose address was never confirmed',
  invitation: 'Invitations that ended more than 90 days ago',
  conversion: 'Bookings older than 7 days that PostHog was not told of',
  funnel_count: 'Counts of the booking page older than 400 days',
  message: 'Mails sent, given up or dropped that were due more than 90 days ago',
};

/** With a clock so far ahead of the last booking it is not believed. */
const DOUBTED_DAYS = 14;
const DAY_MS = 86_400_000;

await entry(async () => {
  const force = process.argv.includes('--force');
  const settings = databaseSettings(loadEnvironment());
  // The owner's address, as for migrations: the API's role may not delete keys and events.
  await withMigrationDatabase(settings, async (url) => {
    const done = await withClient(url, async (client) => {
      const now = Date.now();
      if (settings.READ_ONLY_MODE || isOn(await readSwitch(client), now)) return undefined;
      const last = await lastBooking(client);
      if (!force && last !== undefined && now > last + DOUBTED_DAYS * DAY_MS) throw doubtful(last, now);
      return prune(client, now);
    });
    if (done === undefined) return console.log('Nothing may be changed just now (read-only mode): pruning waits.');
    for (const { kind, removed } of done) console.log(`${WORDS[kind]}: ${removed} removed.`);
  });
});

function doubtful(last: number, now: number): StartError {
  const [booked, today] = [last, now].map((instant) => new Date(instant).toISOString().slice(0, 10));
  return new StartError(
    `The last booking is from ${booked}, and this machine's clock says ${today}. With a wrong clock time that is taken would be given away. If the clock is right: npm run db:prune -- --force`,
  );
}
