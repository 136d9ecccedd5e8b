/** Made-up results in the shape of the real files: for the tests of the pictures only. */
const ORIGIN = {
  machine: { cpu: 'AMD EPYC', cores: 2, memoryGiB: 24, system: 'Linux 6' },
  date: '2026-11-22T10:00:00.000Z',
};

export const SERIES = Array.from({ length: 108 }, (_, index) => {
  const t = index * 5;
  const users = Math.round(t < 120 ? (t / 120) * 100 : t < 420 ? Math.min(1000, 100 + (t - 120) * 9) : (540 - t) * 8.3);
  return {
    t,
    p50: 3 + (index % 3),
    p95: 8 + (index % 5) + (index === 60 ? 30 : 0),
    users,
    bookingsPerSecond: users - 8,
  };
});

export const VERDICT = {
  ...ORIGIN,
  figures: { users: 1000, bookings: 301_244, waitingWhenFull: { p50: 4.1, p95: 12.4, p99: 30, max: 48 } },
};

const spread = (median: number) => ({ median, min: median * 0.93, max: median * 1.05 });
const way = (what: string, client: string, connections: number, median: number, delay?: number) => ({
  ...{ what, client, connections, processes: 2, perSecond: spread(median) },
  ...(delay === undefined ? {} : { delay }),
});

export const LIMIT = {
  ...ORIGIN,
  rounds: 5,
  ways: [
    way('limit', 'pgbench', 16, 5_000),
    way('limit', 'pgbench', 64, 4_800),
    way('ours', 'wrk', 64, 4_300),
    way('ours', 'wrk', 1000, 4_000),
    way('ours', 'k6', 1000, 2_500),
    way('orm', 'wrk', 1000, 900),
    way('bare', 'wrk', 1000, 20_000),
    way('limit', 'pgbench', 64, 4_500, 0),
    way('limit', 'pgbench', 64, 4_200, 5),
    way('ours', 'wrk', 64, 3_500, 5),
    way('orm', 'wrk', 64, 260, 5),
  ],
};

export const FAULTS = {
  ...ORIGIN,
  seed: 'seven',
  kinds: [
    { words: 'an API process is killed', times: 2, medianMs: 300, worstMs: 800, survived: true },
    { words: 'PostgreSQL is killed', times: 3, medianMs: 2_100, worstMs: 4_210, survived: true },
    { words: 'the wire is cut', times: 0, medianMs: null, worstMs: null, survived: false },
  ],
};
