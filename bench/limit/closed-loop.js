import { SharedArray } from 'k6/data';
import exec from 'k6/execution';
import http from 'k6/http';

// k6: bookings one after the other by so many users (VUS), or at a fixed rate a second (RATE). FILE holds one body a line,
// FIRST is the number of the one to begin with.
const { BASE_URL, FILE, FIRST, SECONDS, VUS, RATE } = __ENV;
const bodies = new SharedArray('bodies', () =>
  open(FILE ?? '')
    .trim()
    .split('\n'),
);
const duration = `${SECONDS}s`;

export const options = {
  discardResponseBodies: true,
  summaryTrendStats: ['p(50)', 'p(95)', 'p(99)'],
  scenarios: {
    bookings: RATE
      ? { executor: 'constant-arrival-rate', rate: Number(RATE), duration, preAllocatedVUs: Number(VUS) }
      : { executor: 'constant-vus', vus: Number(VUS), duration },
  },
};

export default function book() {
  const n = (Number(FIRST) + exec.scenario.iterationInTest) % bodies.length;
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `limit-${n}` };
  http.post(`${BASE_URL}/api/bookings/public`, bodies[n], { headers });
}

/** @param {{ metrics: Record<string, { values: Record<string, number> }>, state: { testRunDurationMs: number } }} data */
export function handleSummary({ metrics, state }) {
  const times = metrics.http_req_duration?.values;
  const failed = metrics.http_req_failed?.values.passes ?? 0;
  const figures = {
    booked: (metrics.http_reqs?.values.count ?? 0) - failed,
    failed,
    seconds: state.testRunDurationMs / 1000,
    p50: times?.['p(50)'],
    p95: times?.['p(95)'],
    p99: times?.['p(99)'],
  };
  return { stdout: JSON.stringify(figures) };
}
