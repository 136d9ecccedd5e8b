import { z } from 'zod';

/** Where processes of one product ask each other. */
export const PEER_PATH = '/figures';

/** What a process tells the others: its figures, and whom it has seen, so that nobody is counted twice. */
export const Told = z.object({ text: z.string(), seen: z.record(z.string(), z.array(z.string())) });
export type Told = z.infer<typeof Told>;

/** How long a peer may take: one that hangs keeps nobody from learning of the others. In milliseconds. */
const PATIENCE = 2_000;

/** What the other processes tell; one that does not answer is left out. */
export async function askPeers(addresses: readonly string[], token: string): Promise<Told[]> {
  const asked = await Promise.all(addresses.map((address) => ask(address, token).catch(() => undefined)));
  return asked.filter((told) => told !== undefined);
}

async function ask(address: string, token: string): Promise<Told> {
  const answer = await fetch(new URL(PEER_PATH, address), {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
  return Told.parse(await answer.json());
}
