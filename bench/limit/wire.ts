import { withClient } from '@salon/db/embedded/with-client';
import { spread } from '../../proof/measuring/spread.ts';
import { startToxiproxy } from '../../proof/tools/toxiproxy.ts';

const PROBES = 50;

/** A wire to the database on which a round trip can be made to take longer. */
export type Wire = {
  readonly port: number;
  /** The proxy's process, whose CPU time is spent beside what is measured. */
  readonly pid: number;
  /** A round trip takes so many milliseconds more from now on. */
  delay(ms: number): Promise<void>;
  stop(): Promise<void>;
};

export async function layWire(databasePort: number): Promise<Wire> {
  const { pid, wireTo, stop } = await startToxiproxy();
  const { wire, port } = await wireTo(databasePort);
  let lift = async () => {};
  return {
    port,
    pid,
    async delay(ms) {
      await lift();
      lift = async () => {};
      if (ms === 0) return;
      const attributes = { latency: ms, jitter: 0 };
      const toxic = await wire.addToxic({
        name: 'delay',
        type: 'latency',
        stream: 'downstream',
        toxicity: 1,
        attributes,
      });
      lift = () => toxic.remove();
    },
    stop,
  };
}

/** What a statement that does nothing takes there and back, in milliseconds: the median of some. */
export function roundTripMillis(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const times: number[] = [];
    for (let probe = 0; probe < PROBES; probe++) {
      const began = performance.now();
      await client.query('');
      times.push(performance.now() - began);
    }
    return spread(times).median;
  });
}
