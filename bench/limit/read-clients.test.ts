import { expect, test } from 'vitest';
import { pgbenchFigures } from './pgbench.ts';
import { wrkFigures } from './wrk.ts';

test('what wrk prints becomes figures: bookings made, those that were not, and milliseconds', () => {
  const printed = `Running 2s test @ http://127.0.0.1:1
  2 threads and 64 connections
{"completed":110,"refused":7,"broken":3,"micros":2000000,"p50":1500,"p95":20000,"p99":30000}
`;
  expect(wrkFigures(printed)).toEqual({ booked: 103, failed: 10, seconds: 2, p50: 1.5, p95: 20, p99: 30 });
});

test('what pgbench prints becomes figures; rate and times are those after its connections have settled', () => {
  const printed = `number of transactions actually processed: 300
number of failed transactions: 0 (0.000%)
tps = 150.000000 (without initial connection time)
`;
  const log = [
    '0 1 90000 0 1000 0', // the first, and slow
    '0 2 80000 0 1001 0',
    '0 3 1000 0 1002 500000',
    '1 1 3000 0 1003 0',
    '0 4 2000 0 1004 0',
  ].join('\n');
  expect(pgbenchFigures(printed, log)).toEqual({ booked: 300, failed: 0, seconds: 200, p50: 2, p95: 3, p99: 3 });
});
