import { MINUTE } from '@salon/domain/time/interval';
import { wallTime } from '@salon/domain/time/wall-clock';
import type pg from 'pg';
import { type Finding, ok, warn, wordsOf, wrong } from './finding.ts';

/** The second before and the second of a change that is known: Berlin, 28 March 2027, from +01:00 to +02:00. */
const KNOWN = { zone: 'Europe/Berlin', at: Date.parse('2027-03-28T01:00:00Z'), before: 60, after: 120 };
const WEEK = 7 * 1440 * MINUTE;
const WEEKS = 105;
const [NOTICED, BAD] = [2_000, 30_000];

/** Whether this machine and the database tell the same time, in every zone of a salon, for two years. */
export async function checkTime(client: pg.Client, now: number): Promise<Finding[]> {
  return [await clock(client), await zones(client, now)];
}

async function clock(client: pg.Client): Promise<Finding> {
  const began = Date.now();
  const { rows } = await client.query<{ ms: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
  );
  const ended = Date.now();
  const apart = Math.max(0, Math.abs((rows[0]?.ms ?? 0) - (began + ended) / 2) - (ended - began) / 2);
  const says = `this machine and the database are ${(apart / 1000).toFixed(1)} s apart`;
  const todo = 'Have both follow a time server: what can be booked is judged by the clock of the API.';
  if (apart >= BAD) return wrong('clock', says, todo);
  return apart >= NOTICED ? warn('clock', says, todo) : ok('clock', says);
}

async function zones(client: pg.Client, now: number): Promise<Finding> {
  const todo = 'Update the time zone data of the database (tzdata), or Node: an hour of openings would be wrong.';
  const wrongHere = [KNOWN.at - 1000, KNOWN.at].filter(
    (at) => offsetHere(KNOWN.zone, at) !== (at < KNOWN.at ? KNOWN.before : KNOWN.after),
  );
  if (wrongHere.length > 0)
    return wrong('time zones', `Node does not know when ${KNOWN.zone} changes its clocks`, todo);
  try {
    const found = await client.query<{ zone: string }>(
      'select distinct time_zone as zone from salon order by 1 limit 200',
    );
    const names = [...new Set([KNOWN.zone, ...found.rows.map(({ zone }) => zone)])];
    const ahead = Array.from({ length: WEEKS }, (_, week) => now + week * WEEK);
    const { rows } = await client.query<{ zone: string; ms: number; minutes: number }>(
      `select zone, ms, (extract(epoch from (to_timestamp(ms / 1000) at time zone zone)
         - (to_timestamp(ms / 1000) at time zone 'UTC')) / 60)::int as minutes
       from unnest($1::text[]) as zone, unnest($2::float8[]) as ms`,
      [names, [...ahead, KNOWN.at - 1000, KNOWN.at]],
    );
    const other = rows.find(({ zone, ms, minutes }) => offsetHere(zone, ms) !== minutes);
    if (other === undefined)
      return ok('time zones', `Node and the database agree on ${names.join(', ')} for two years`);
    const when = new Date(other.ms).toISOString();
    return wrong('time zones', `Node and the database disagree on ${other.zone} at ${when}`, todo);
  } catch (error) {
    return wrong('time zones', wordsOf(error), todo);
  }
}

/** How far a zone is ahead of UTC as the product counts, in minutes. */
function offsetHere(zone: string, at: number): number {
  const { offset } = wallTime(zone, at);
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
