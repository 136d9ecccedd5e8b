import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { Attempt } from './attempt.ts';

/** A line of a clients' log: an attempt, or why it is none. `at` is the file's name and the line. */
export type LogLine = { at: string; attempt: Attempt } | { at: string; problem: string };

/** Reads a clients' log line by line; never holds more than a piece of it. Throws what opening the file throws. */
export async function* readLog(file: string): AsyncGenerator<LogLine> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line !== '') yield { at: `${basename(file)}:${number}`, ...parsed(line) };
  }
}

function parsed(line: string): { attempt: Attempt } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { problem: 'is not JSON' };
  }
  const result = Attempt.safeParse(json);
  if (result.success) return { attempt: result.data };
  return { problem: result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') };
}
