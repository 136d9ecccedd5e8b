import { roundsCommand } from './costs/rounds-command.ts';
import { watchingText } from './watching/report.ts';
import { runWatching } from './watching/run.ts';

/**
 * What it costs a thousand people who book that operators watch: logs, figures, traces, reports of errors, profiles, each
 * alone and what production has together, in turn on one database. Linux only: processor time is read from /proc. Needs
 * wrk.
 *
 *   npm run bench -- watching [--rounds 5]
 *
 * Prints a table and writes watching.json and watching.txt into bench/results; ends with 1 when rows and counts do not
 * agree. About 7 minutes.
 */
await roundsCommand('watching', runWatching, watchingText);
