import { reportText } from './costs/report.ts';
import { roundsCommand } from './costs/rounds-command.ts';
import { runCosts } from './costs/run.ts';

/**
 * What each index, foreign key and setting costs a booking: copies of one database with one thing changed take turns
 * with the real statements. Then what the size of the pool, logging and the number of API processes cost a thousand
 * people. Linux only: processor time is read from /proc. Needs wrk. Customers and keys are new.
 *
 *   npm run bench -- costs [--rounds 5]
 *
 * Prints a table for each way of booking and writes costs.json and costs.txt into bench/results; ends with 1 when rows
 * and counts do not agree. About 8 minutes.
 */
await roundsCommand('costs', runCosts, reportText);
