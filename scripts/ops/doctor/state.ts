import { isOn, readSwitch } from '@salon/db/read-only';
import type pg from 'pg';
import { endInWords } from '../until.ts';
import { type Finding, ok, warn, wrong } from './finding.ts';

const LATE_MINUTES = 5;
const BACKUP_HOURS = 26;
const PRUNE_DAYS = 3;

/** How the product stands, as its database tells it: mails, backups, pruning, read-only mode. */
export async function checkState(client: pg.Client, now: number, forced: boolean): Promise<Finding[]> {
  return [
    await mails(client, now),
    await backup(client, now),
    await pruning(client, now),
    await readOnly(client, now, forced),
  ];
}

async function mails(client: pg.Client, now: number): Promise<Finding> {
  const { rows } = await client.query<{ events: number; due: number; failing: number }>(
    `select
       (select count(*)::int from outbox where taken_at is null and created_at < $1 and coalesce(not_before < $1, true)) as events,
       (select count(*)::int from message where state in ('due', 'queued') and due_at < $1) as due,
       (select count(*)::int from message where state = 'due' and attempts >= 3) as failing`,
    [new Date(now - LATE_MINUTES * 60_000)],
  );
  const { events = 0, due = 0, failing = 0 } = rows[0] ?? {};
  if (events + due > 0) {
    const todo =
      'Does the worker run? Start it: what waits goes out by itself, none twice (ops/runbook.md, OutboxStuck).';
    return wrong('mails', `${events} events and ${due} mails wait for more than ${LATE_MINUTES} minutes`, todo);
  }
  if (failing === 0) return ok('mails', 'none waits');
  return warn(
    'mails',
    `${failing} were tried three times in vain`,
    'ops/runbook.md, MailFailing, says how to see why.',
  );
}

async function backup(client: pg.Client, now: number): Promise<Finding> {
  const { rows } = await client.query<{ at: Date | null }>('select max(finished_at) as at from last_backup');
  const at = rows[0]?.at?.getTime();
  const todo = 'Back the database up, and say so as its last step (ops/runbook.md, BackupTooOld).';
  if (at === undefined) return warn('backup', 'nobody has ever said that one was good', todo);
  const hours = Math.floor((now - at) / 3_600_000);
  return hours > BACKUP_HOURS
    ? wrong('backup', `the last good one is ${hours} h old`, todo)
    : ok('backup', `${hours} h old`);
}

async function pruning(client: pg.Client, now: number): Promise<Finding> {
  const { rows } = await client.query<{ at: Date }>('select finished_at as at from last_prune');
  const days = Math.floor((now - (rows[0]?.at.getTime() ?? 0)) / 86_400_000);
  const todo = 'Run npm run db:prune, and let a cron do so daily (ops/runbook.md, PruningMissed).';
  return days >= PRUNE_DAYS
    ? warn('pruning', `has not run for ${days} days`, todo)
    : ok('pruning', `${days} days ago, or none was due yet`);
}

async function readOnly(client: pg.Client, now: number, forced: boolean): Promise<Finding> {
  if (forced) return warn('read-only', 'on, by READ_ONLY_MODE', 'To end it, set it to false and start the API anew.');
  const found = await readSwitch(client);
  if (!isOn(found, now)) return ok('read-only', 'off');
  const end = found?.until ? `until ${endInWords(found.until, 'UTC', now)}` : 'without an end';
  return warn('read-only', `on, ${end}`, 'npm run ops -- read-only off');
}
