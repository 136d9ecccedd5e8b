import { Redis } from 'ioredis';

const PATIENCE = 5_000;

/** What a Redis says of itself; `bounded`: its memory has an end, and then its policy counts. Rejects if it is away. */
export async function tryRedis(url: string): Promise<{ version: string; policy: string; bounded: boolean }> {
  const redis = new Redis(url, {
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // What is awaited says no more than that the connection is closed.
  let why: Error | undefined;
  redis.on('error', (error) => {
    why = error;
  });
  try {
    await redis.connect();
    const info = `${await redis.info('server')}\n${await redis.info('memory')}`;
    const told = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? 'unknown';
    return { version: told('redis_version'), policy: told('maxmemory_policy'), bounded: told('maxmemory') !== '0' };
  } catch (error) {
    throw why ?? error;
  } finally {
    redis.disconnect();
  }
}
