import { parseArgs } from 'node:util';
import { type OwnerOutcome, ownSalon } from '@salon/api/features/member/salon-owner.repo';
import { LoginEmail } from '@salon/contracts/desk/account';
import { NewSalonRequest } from '@salon/contracts/desk/members';
import { StartError } from '@salon/db/embedded/start-error';
import { openDatabase } from '@salon/db/pool';
import { isOn, readSwitch } from '@salon/db/read-only';
import { sqlState } from '@salon/db/sql-state';
import { isTimeZone } from '@salon/domain/time/local-day';
import { address, optional, publicUrl } from '@salon/settings/fields';
import { v4, v7 } from 'uuid';
import { z } from 'zod';
import { withMigrationDatabase } from '../db/database-in-use.ts';
import { databaseSettings } from '../settings.ts';
import { oneLine } from './one-line.ts';
import { whoAmI } from './who-am-i.ts';
import { away } from './with-database.ts';

type Environment = Record<string, string | undefined>;

const USAGE = `Usage: npm run ops -- create-owner --mail ADDRESS --salon SLUG
         [--salon-name "Salon Elbe"] [--name "Maren Petersen"] [--zone Europe/Berlin] [--locale de|en]
         [--again] [--link] [--by NAME]

Makes the salon if there is none with this slug, and invites its owner by mail, or with --link prints the link instead.
--name makes her the first of the staff too. Run twice it does nothing more; --again sends another mail.`;

const OPTIONS = {
  mail: { type: 'string' },
  salon: { type: 'string' },
  'salon-name': { type: 'string' },
  name: { type: 'string' },
  zone: { type: 'string' },
  locale: { type: 'string' },
  by: { type: 'string' },
  again: { type: 'boolean' },
  link: { type: 'boolean' },
} as const;

const Places = z.object({
  PUBLIC_URL: optional(address('http', 'https')),
  PORT: optional(z.coerce.number().int()).transform((value) => value ?? 3000),
});

/** Gives a salon its owner, and makes the salon if need be. Throws a `StartError` that says what to do. */
export async function createOwner(args: readonly string[], environment: Environment): Promise<void> {
  const wish = asked(args);
  const places = Places.safeParse(environment);
  if (!places.success) throw new StartError('PUBLIC_URL and PORT cannot be used: links are made from them.');
  const base = publicUrl(places.data);
  await withMigrationDatabase(databaseSettings(environment), async (url) => {
    const db = openDatabase(url, 'salon-ops', 2);
    try {
      const now = Date.now();
      if (isOn(await readSwitch(db.pool), now)) {
        throw new StartError('Nothing may be changed just now: npm run ops -- read-only status says until when.');
      }
      const deps = { publicUrl: base, newId: () => v7(), operator: wish.operator, requestId: v4(), now };
      for (const line of inWords(await ownSalon(db, wish, deps), wish.email, base)) console.log(line);
    } catch (error) {
      if (sqlState(error) === '23505') throw new StartError('Somebody did the same just now: run it again.');
      throw away(error, 'Start it, then run this again.');
    } finally {
      await Promise.all([db.pool.end(), db.probe.end()]);
    }
  });
}

function asked(args: readonly string[]) {
  const { mail = '', salon = '', zone = 'Europe/Berlin', locale = 'de', ...more } = options(args);
  if (mail === '' || salon === '') throw new StartError(USAGE);
  const email = LoginEmail.safeParse(mail);
  if (!email.success) throw new StartError(`--mail ${mail}: expected an address like maren@salon.example.`);
  if (!isTimeZone(zone)) throw new StartError(`--zone ${zone}: expected a time zone like Europe/Berlin.`);
  const wanted = NewSalonRequest.safeParse({ name: more['salon-name'] ?? salon, slug: salon, timezone: zone });
  if (!wanted.success) {
    const [issue] = wanted.error.issues;
    throw new StartError(`${issue?.path[0] === 'name' ? '--salon-name' : `--salon ${salon}`}: ${issue?.message}.`);
  }
  if (locale !== 'de' && locale !== 'en') throw new StartError(`--locale ${locale}: expected de or en.`);
  const { again = false, link = false } = more;
  const [name, operator] = [oneLine('name', more.name, 120), oneLine('by', more.by, 120) ?? whoAmI()];
  return { email: email.data, salon: wanted.data, locale, name, again, link, operator } as const;
}

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch {
    throw new StartError(USAGE);
  }
}

function inWords({ made, salonName, she, until, url }: OwnerOutcome, email: string, base: string): string[] {
  const end = until?.toISOString().slice(0, 16).replace('T', ' ');
  const told = {
    is_owner: `${email} is an owner of it already: nothing to do. She signs in at ${base}/desk.`,
    was_made_owner: `${email} works there already, and is an owner of it now.`,
    open: `${email} was invited before and can accept until ${end} UTC. Another mail: --again. The link itself: --link.`,
    invited:
      url === undefined
        ? `${email} is invited by mail, and can accept until ${end} UTC.`
        : `${email} becomes its owner by this link, once, until ${end} UTC. Give it to nobody else:\n${url}`,
  };
  return [`${salonName} ${made ? 'is made' : 'is there'}.`, told[she]];
}
