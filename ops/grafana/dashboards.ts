import { type Dashboard, DashboardBuilder, DatasourceVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { lines, number } from './panels.ts';

/** What all three have in common. */
function dashboard(uid: string, title: string, description: string, span: string): DashboardBuilder {
  return new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags(['salon'])
    .refresh('30s')
    .time({ from: `now-${span}`, to: 'now' })
    .timezone('browser')
    .readonly()
    .withVariable(new DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'));
}

const booked = (over: string) => `sum(increase(jn_funnel_total{step="booked"}[${over}]))`;

/** Whether salons earn. */
const business = () =>
  dashboard('salon-business', 'Salons: business', 'Whether customers book, and what it is worth.', '24h')
    .withPanel(number('Booked in 24 hours', 'Visits that customers booked.', 'short', booked('24h')))
    .withPanel(
      number(
        'Worth, in 24 hours',
        'Prices of those visits, in the main unit of their currency (several currencies would be added up).',
        'short',
        'sum(increase(jn_booked_value_cents_total{channel="online"}[24h])) / 100',
      ),
    )
    .withPanel(
      number(
        'Active salons',
        'Salons with visits in the week behind or ahead. There is one such number for the product.',
        'short',
        'max(jn_active_salons)',
      ),
    )
    .withPanel(
      number(
        'Booked of those who opened',
        'Bookings in 24 hours for each time a salon’s page was opened.',
        'percentunit',
        `${booked('24h')} / sum(increase(jn_funnel_total{step="opened"}[24h]))`,
      ),
    )
    .withPanel(
      lines('Bookings an hour', 'By who booked, customers or the desk, and how the wish to book ended.', 'short', [
        'sum by (channel, status) (increase(jn_bookings_total[1h]))',
        '{{channel}} {{status}}',
      ]),
    )
    .withPanel(
      lines(
        'The same hour a week ago',
        'What BookingsStopped compares.',
        'short',
        ['salon:booked:increase1h', 'now'],
        ['salon:booked:increase1h offset 1w', 'a week ago'],
      ),
    )
    .withPanel(
      lines('How far customers get', 'Steps an hour: page opened, times looked for, tried, booked.', 'short', [
        'sum by (step) (increase(jn_funnel_total[1h]))',
        '{{step}}',
      ]),
    )
    .withPanel(
      lines(
        'Of those who opened',
        'How many in a day looked for times, tried and booked; more than all tried where somebody tried twice.',
        'percentunit',
        ['salon:funnel:ratio1d', '{{step}}'],
      ),
    )
    .withPanel(
      lines('Why bookings are refused', 'By the code customers’ pages get.', 'short', [
        'sum by (code) (increase(jn_booking_refusals_total[1h]))',
        '{{code}}',
      ]),
    )
    .withPanel(
      lines(
        'Ten busiest salons',
        'Bookings in a day; beyond the cap of labels salons share the name “other”.',
        'short',
        ['topk(10, sum by (salon) (increase(jn_bookings_total{status=~"confirmed|requested"}[24h])))', '{{salon}}'],
      ),
    )
    .withPanel(
      lines('Worth an hour', 'By who booked, and currency in its main unit.', 'short', [
        'sum by (channel, currency) (increase(jn_booked_value_cents_total[1h])) / 100',
        '{{channel}} {{currency}}',
      ]),
    )
    .withPanel(
      lines('People there now', 'Different ones in five minutes: customers, and members at the desk.', 'short', [
        'max by (area) (jn_active_users)',
        '{{area}}',
      ]),
    )
    .withPanel(
      lines('Ten busiest services', 'Bookings in a day over all salons; of several services the first.', 'short', [
        'topk(10, sum by (service) (increase(jn_bookings_total{status=~"confirmed|requested"}[24h])))',
        '{{service}}',
      ]),
    );

const quantiles = (name: string): [string, string][] =>
  [0.5, 0.95, 0.99].map((share) => [
    `histogram_quantile(${share}, sum by (le) (rate(${name}_bucket[5m])))`,
    `p${share * 100}`,
  ]);

/** Whether the machine does. */
const system = () =>
  dashboard('salon-system', 'Salons: system', 'How API, worker, database and mail are doing.', '6h')
    .withPanel(
      lines('Requests a second', 'By kind of answer.', 'reqps', [
        'sum by (kind) (rate(jn_http_responses_total[5m]))',
        '{{kind}}',
      ]),
    )
    .withPanel(
      lines(
        'How long bookings take',
        'Of every hundred, the 50th, 95th and 99th.',
        's',
        ...quantiles('jn_booking_duration_seconds'),
      ),
    )
    .withPanel(
      lines('Ten slowest routes', 'The 95th of a hundred requests.', 's', [
        'topk(10, histogram_quantile(0.95, sum by (le, method, route) (rate(jn_http_request_duration_seconds_bucket[5m]))))',
        '{{method}} {{route}}',
      ]),
    )
    .withPanel(
      lines('Failures by route', 'Answers of 500 and above, a second.', 'reqps', [
        'sum by (method, route, status) (rate(jn_http_requests_total{status=~"5.."}[5m]))',
        '{{method}} {{route}} {{status}}',
      ]),
    )
    .withPanel(
      lines(
        'What mails wait for',
        'Oldest event without a mail; oldest mail that is due; oldest in the queue.',
        's',
        ['max(jn_outbox_oldest_seconds)', 'outbox'],
        ['max(jn_messages_due_oldest_seconds)', 'due'],
        ['max(jn_messages_queued_oldest_seconds)', 'queued'],
      ),
    )
    .withPanel(
      lines(
        'How many wait',
        'Events, mails by state, and what the queue itself says.',
        'short',
        ['max(jn_outbox_waiting)', 'outbox'],
        ['max(jn_messages_due)', 'due'],
        ['max(jn_messages_queued)', 'queued'],
        ['max(jn_messages_sending)', 'sending'],
        ['max(jn_queue_depth)', 'queue itself'],
      ),
    )
    .withPanel(
      lines('Mails an hour', 'Tries, by what became of them.', 'short', [
        'sum by (outcome) (increase(jn_mails_total[1h]))',
        '{{outcome}}',
      ]),
    )
    .withPanel(lines('How long a mail takes', 'To be sent, or refused.', 's', ...quantiles('jn_mail_duration_seconds')))
    .withPanel(
      lines(
        'Connections to the database',
        'Of everybody, and how many it takes.',
        'short',
        ['max(jn_database_connections)', 'taken'],
        ['max(jn_database_connections_max)', 'most'],
      ),
    )
    .withPanel(
      lines(
        'Pools',
        'Connections of the API by what they do, and requests that wait for one.',
        'short',
        ['sum by (process, state) (jn_database_pool_connections)', '{{process}} {{state}}'],
        ['sum by (process) (jn_database_pool_waiting)', '{{process}} waiting'],
      ),
    )
    .withPanel(
      lines('Event loop', 'How long at a stretch a process hears nobody: the 99th of a hundred.', 's', [
        'max by (process) (nodejs_eventloop_lag_p99_seconds)',
        '{{process}}',
      ]),
    )
    .withPanel(
      lines('Processor', 'Cores, by process.', 'short', [
        'sum by (process) (rate(process_cpu_seconds_total[5m]))',
        '{{process}}',
      ]),
    )
    .withPanel(
      lines('Memory', 'By process.', 'bytes', ['sum by (process) (process_resident_memory_bytes)', '{{process}}']),
    )
    .withPanel(
      lines('Calendars that listen', 'Open streams.', 'short', ['sum by (process) (jn_sse_clients)', '{{process}}']),
    )
    .withPanel(
      lines('Refused for asking too often', 'A second.', 'reqps', ['sum(rate(jn_rate_limited_total[5m]))', 'refused']),
    )
    .withPanel(
      lines('Up since', 'How long each process runs: a saw tooth is one that keeps dying.', 's', [
        'time() - max by (process) (process_start_time_seconds)',
        '{{process}}',
      ]),
    );

/** What somebody was or will be woken by. */
const alerts = () =>
  dashboard('salon-alerts', 'Salons: alerts', 'What fires, and how far everything is from firing.', '24h')
    .withPanel(number('Database', '1: it answers.', 'short', 'min(jn_database_up)'))
    .withPanel(number('Read only', '1: nothing may be changed.', 'short', 'max(jn_read_only)'))
    .withPanel(
      number(
        'Last good backup',
        'How long ago; decades: never.',
        's',
        'time() - max(jn_backup_last_success_timestamp_seconds)',
      ),
    )
    .withPanel(
      number(
        'Certificate',
        'Good for so long; empty without https.',
        's',
        'min(jn_certificate_expires_timestamp_seconds) - time()',
      ),
    )
    .withPanel(
      lines('Now', 'Alerts that fire, and those about to: the condition holds, but not for long enough yet.', 'short', [
        'sum by (alertname, alertstate) (ALERTS{alertname!="Watchdog"})',
        '{{alertname}} {{alertstate}}',
      ]),
    )
    .withPanel(
      lines('Fired', 'By alert, over time.', 'short', [
        'count by (alertname) (ALERTS{alertname!="Watchdog",alertstate="firing"})',
        '{{alertname}}',
      ]),
    )
    .withPanel(
      lines(
        'Shares that fail',
        'HighErrorRate fires beyond 5 %, MailFailing beyond 20 %.',
        'percentunit',
        ['sum(rate(jn_http_responses_total{kind="5xx"}[5m])) / sum(rate(jn_http_responses_total[5m]))', 'requests'],
        [
          'sum(rate(jn_mails_total{outcome=~"again|failed"}[10m])) / sum(rate(jn_mails_total{outcome=~"sent|again|failed"}[10m]))',
          'mails',
        ],
      ),
    )
    .withPanel(
      lines('Bookings, 95th of a hundred', 'SlowBookings fires beyond 1 s.', 's', [
        'histogram_quantile(0.95, sum by (le) (rate(jn_booking_duration_seconds_bucket[10m])))',
        'p95',
      ]),
    )
    .withPanel(
      lines('Oldest event without a mail', 'OutboxStuck fires beyond five minutes.', 's', [
        'max(jn_outbox_oldest_seconds)',
        'oldest',
      ]),
    )
    .withPanel(
      lines(
        'How late mails are',
        'MailsLate fires beyond ten minutes: those nobody has handed over, and those in the queue.',
        's',
        ['max(jn_messages_due_oldest_seconds)', 'due'],
        ['max(jn_messages_queued_oldest_seconds)', 'queued'],
      ),
    )
    .withPanel(
      lines('Events put aside', 'EventsPutAside fires at the first: their mails cannot be worked out.', 'short', [
        'sum(increase(jn_events_put_aside_total[2h]))',
        'in two hours',
      ]),
    )
    .withPanel(
      lines('Share of connections taken', 'DatabaseConnections fires beyond 80 %.', 'percentunit', [
        'max(jn_database_connections) / max(jn_database_connections_max)',
        'taken',
      ]),
    )
    .withPanel(
      lines('Replica behind', 'ReplicaLag fires beyond 30 s; empty without a replica.', 's', [
        'max(jn_replica_lag_seconds)',
        'behind',
      ]),
    )
    .withPanel(
      lines('Archive', 'ArchiveFailing fires at 1: it takes no more of the database’s log.', 'short', [
        'max(jn_archive_failing)',
        'failing',
      ]),
    )
    .withPanel(
      lines('Since pruning', 'PruningMissed fires beyond three days: what should be gone is still there.', 's', [
        'time() - max(jn_prune_last_success_timestamp_seconds)',
        'since then',
      ]),
    )
    .withPanel(
      lines('Versions', 'Which run: two at once is a deploy under way, or one that hangs.', 'short', [
        'count by (version) (jn_build_info)',
        '{{version}}',
      ]),
    );

/** The dashboards by the file each is kept in. */
export const DASHBOARDS: Record<string, () => Dashboard> = {
  'business.json': () => business().build(),
  'system.json': () => system().build(),
  'alerts.json': () => alerts().build(),
};
