import { parseArgs } from 'node:util';
import { CHANGES_CHANNEL, payloadsOf } from '@salon/api/features/live/change-payload';
import { READ_ONLY_TOPIC } from '@salon/api/features/read-only/read-only';
import { StartError } from '@salon/db/embedded/start-error';
import { isOn, type ReadOnlySwitch, readSwitch, switchReadOnly } from '@salon/db/read-only';
import { isTimeZone } from '@salon/domain/time/local-day';
import type pg from 'pg';
import { readsOnly } from '../settings.ts';
import { oneLine } from './one-line.ts';
import { endInWords, parseUntil } from './until.ts';
import { whoAmI } from './who-am-i.ts';
import { withDatabase } from './with-database.ts';

type Environment = Record<string, string | undefined>;

const USAGE = `Usage: npm run ops -- read-only status
       npm run ops -- read-only on [--until 14:30 [--ends-itself]] [--reason TEXT] [--zone Europe/Berlin] [--by NAME]
       npm run ops -- read-only off [--by NAME]`;
const WITHOUT_DATABASE = `To be read-only without it, set READ_ONLY_MODE=true (and READ_ONLY_UNTIL) for every API process and start them anew.`;

const OPTIONS = {
  until: { type: 'string' },
  'ends-itself': { type: 'boolean' },
  reason: { type: 'string' },
  zone: { type: 'string' },
  by: { type: 'string' },
} as const;

/** Switches read-only mode, or says how it stands. Throws a `StartError` that says what to do. */
export async function readOnly(args: readonly string[], environment: Environment): Promise<void> {
  const { verb, options } = asked(args);
  await withDatabase(environment, WITHOUT_DATABASE, async (client) => {
    const zone = options.zone ?? (await zoneOfSalons(client));
    if (!isTimeZone(zone)) throw new StartError(`--zone ${zone}: expected a time zone like Europe/Berlin.`);
    const now = Date.now();
    if (verb !== 'status') {
      const until = options.until === undefined ? null : parseUntil(options.until, zone, now);
      const reason = oneLine('reason', options.reason, 500) ?? null;
      const details = { until, endsItself: options['ends-itself'] ?? false, reason };
      const changedBy = oneLine('by', options.by, 120) ?? whoAmI();
      await switchReadOnly(client, { on: verb === 'on', ...details, changedBy, changedAt: now });
      // Who is not told looks by itself within a second.
      await client.query('select pg_notify($1, $2)', [
        CHANGES_CHANNEL,
        ...payloadsOf(new Map([[READ_ONLY_TOPIC, 'all']])),
      ]);
    }
    for (const line of inWords(await readSwitch(client), zone, now, environment)) console.log(line);
  });
}

function asked(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [verb, ...more] = positionals;
    const known = verb === 'on' || verb === 'off' || verb === 'status';
    const bare = values.until === undefined && values['ends-itself'] === undefined && values.reason === undefined;
    const endless = values['ends-itself'] === true && values.until === undefined;
    if (!known || more.length > 0 || (verb !== 'on' && !bare) || endless) throw new Error('not one of these');
    return { verb, options: values };
  } catch {
    throw new StartError(USAGE);
  }
}

/** Where `14:30` is meant: where the salons are, if they are all in one zone; else where this machine is. */
async function zoneOfSalons(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ zone: string }>('select distinct time_zone as zone from salon limit 2');
  const [only, other] = rows;
  return only !== undefined && other === undefined ? only.zone : Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function inWords(found: ReadOnlySwitch | undefined, zone: string, now: number, environment: Environment): string[] {
  const forced = readsOnly(environment);
  const setting = forced ? ['READ_ONLY_MODE is set here, which is stronger than this switch.'] : [];
  if (found === undefined) return ['Read-only mode is off, and was never on.', ...setting];
  const when = new Date(found.changedAt).toISOString();
  if (!isOn(found, now)) {
    const ended = found.on && found.until !== null ? `ended by itself, ${endInWords(found.until, zone, now)}` : 'off';
    return [`Read-only mode is ${ended}; last switched by ${found.changedBy}, ${when}.`, ...setting];
  }
  const end = found.until === null ? 'nobody has said until when' : `until ${endInWords(found.until, zone, now)}`;
  return [
    `Read-only mode is on: ${end}.`,
    found.endsItself ? 'It ends then by itself.' : 'It ends when somebody ends it: npm run ops -- read-only off',
    `Switched by ${found.changedBy}, ${when}${found.reason === null ? '' : `: ${found.reason}`}`,
    ...setting,
  ];
}
