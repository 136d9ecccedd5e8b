-- wrk: one booking after the other, each a line of its own.
--   wrk … -s book.lua URL -- FILE FIRST THREADS
-- FILE holds one body a line; FIRST is the number of the line to begin with, counted from 0.
local threads = {}

function setup(thread)
  thread:set('index', #threads)
  threads[#threads + 1] = thread
end

function init(args)
  bodies = {}
  for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
  first, step, sent = tonumber(args[2]), tonumber(args[3]), 0
  headers = { ['Content-Type'] = 'application/json' }
end

function request()
  local n = (first + sent * step + index) % #bodies
  sent = sent + 1
  headers['Idempotency-Key'] = 'limit-' .. n
  return wrk.format('POST', nil, headers, bodies[n + 1])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"completed":%d,"refused":%d,"broken":%d,"micros":%d,"p50":%d,"p95":%d,"p99":%d}\n',
    summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
