import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { Attempt } from './attempt.ts';
import { Deed } from './deed.ts';

/** A line of a clients' log: an attempt to book, another change, or why it is neither. `at` is the file's name and the line. */
export type LogLine = { at: string } & Line;
type Line = { attempt: Attempt } | { deed: Deed } | { problem: string };

const Logged = z.discriminatedUnion('op', [Attempt, Deed]);

/** Reads a clients' log line by line; never holds more than a piece of it. Throws what opening the file throws. */
export async function* readLog(file: string): AsyncGenerator<LogLine> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line !== '') yield { at: `${basename(file)}:${number}`, ...parsed(line) };
  }
}

function parsed(line: string): Line {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { problem: 'is not JSON' };
  }
  const result = Logged.safeParse(json);
  if (result.success) return result.data.op === 'book' ? { attempt: result.data } : { deed: result.data };
  return { problem: result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') };
}
