const NEWLINE = 10;
/** The line about an envelope names its project, its time and its trace. */
const LONGEST = 4_096;

/** The DSN that an envelope says it is for: in its first line, which is JSON. Undefined for what is no envelope. */
export function dsnOf(envelope: Buffer): string | undefined {
  const end = envelope.subarray(0, LONGEST).indexOf(NEWLINE);
  if (end < 0) return undefined;
  try {
    const { dsn } = JSON.parse(envelope.toString('utf8', 0, end)) as { dsn?: unknown };
    return typeof dsn === 'string' ? dsn : undefined;
  } catch {
    return undefined;
  }
}
