import {
  createPostgresBackend,
  type Processor,
  Queue,
  type QueueOptions,
  Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';

/** Where the queue lives: in Redis, or in the schema `bullmq` of this database. */
export type QueuePlace = { readonly redisUrl: string | undefined; readonly databaseUrl: string };

/** BullMQ's constructors, bound to one place; the code on top is the same for both. */
export type QueueBackend = {
  readonly kind: 'redis' | 'postgres';
  makeQueue<Data>(name: string, options?: Omit<QueueOptions, 'connection'>): Queue<Data>;
  makeWorker<Data>(name: string, work: Processor<Data>, options: Omit<WorkerOptions, 'connection'>): Worker<Data>;
};

/** Connections to PostgreSQL of a queue, and of a worker beside the one it listens on. */
const QUEUE_CONNECTIONS = 2;
const WORKER_CONNECTIONS = 4;

export function queueBackend(place: QueuePlace): QueueBackend {
  return place.redisUrl === undefined ? onPostgres(place.databaseUrl) : onRedis(place.redisUrl);
}

function onRedis(url: string): QueueBackend {
  const connection = redisConnection(url);
  return {
    kind: 'redis',
    // Who hands over wants to hear at once that Redis is away; who waits for work waits for ever.
    makeQueue: (name, options = {}) =>
      new Queue(name, {
        ...options,
        connection: { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
      }),
    makeWorker: (name, work, options) =>
      new Worker(name, work, { ...options, connection: { ...connection, maxRetriesPerRequest: null } }),
  };
}

/** Not the address itself: BullMQ copies the options for the connections it makes. */
function redisConnection(address: string) {
  const url = new URL(address);
  const database = Number(url.pathname.slice(1));
  return {
    host: url.hostname,
    port: Number(url.port || 6379),
    ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
    ...(database ? { db: database } : {}),
    ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
    connectTimeout: 5_000,
    retryStrategy: (times: number) => Math.min(times * 100, 2_000),
  };
}

function onPostgres(connectionString: string): QueueBackend {
  const Bound = withBackend(createPostgresBackend);
  const connection = (max: number) => ({
    connectionString,
    schema: 'bullmq',
    migrate: true,
    max,
    keepAlive: true,
    connectionTimeoutMillis: 8_000,
    application_name: 'salon-queue',
    // Jobs come and go faster than PostgreSQL counts them: it would read the table whole because it was small once. And
    // no job has to outlive a loss of power, the ledger knows them all: bookings do not wait for their log behind these.
    options: '-c enable_seqscan=off -c synchronous_commit=off',
  });
  return {
    kind: 'postgres',
    // The two backends differ in types only.
    makeQueue: <Data>(name: string, options = {}) =>
      new Bound.Queue<Data>(name, { ...options, connection: connection(QUEUE_CONNECTIONS) }) as unknown as Queue<Data>,
    makeWorker: <Data>(name: string, work: Processor<Data>, options: Omit<WorkerOptions, 'connection'>) =>
      new Bound.Worker<Data>(name, work, {
        ...options,
        connection: connection(WORKER_CONNECTIONS),
      }) as unknown as Worker<Data>,
  };
}
