import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ListenOptions } from 'node:net';
import { freePort } from '@salon/db/embedded/free-port';
import Fastify, { type FastifyListenOptions } from 'fastify';

/** What our requests say of a booking; the other ways to book read no more of it. */
export type BookingBody = {
  readonly salonSlug: string;
  readonly service: string;
  readonly staffId: string;
  readonly date: string;
  readonly time: string;
  readonly customer: { readonly name: string; readonly email: string; readonly phone?: string };
};

type Answer = (body: BookingBody, key: string) => Promise<{ status: number; text: string }>;

export type SmallServer = { readonly baseUrl: string; pids(): number[]; stop(): Promise<void> };

/** In the child: answers bookings on PORT, which its siblings share, until its parent is gone. */
export async function listenAsChild(answer: Answer): Promise<void> {
  const app = Fastify();
  app.post('/api/bookings/public', async (request, reply) => {
    const { status, text } = await answer(request.body as BookingBody, String(request.headers['idempotency-key']));
    return reply.status(status).type('application/json; charset=utf-8').send(text);
  });
  process.once('disconnect', () => process.exit());
  const port = Number(process.env.PORT);
  const where: FastifyListenOptions & Pick<ListenOptions, 'reusePort'> = { port, host: '127.0.0.1', reusePort: true };
  await app.listen(where);
  process.send?.('listening');
}

/** Starts so many processes of a program that calls `listenAsChild`, behind one port. */
export async function startSmallServer(
  program: URL,
  processes: number,
  env: Record<string, string>,
): Promise<SmallServer> {
  const port = await freePort();
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, [program.pathname], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ...env },
    }),
  );
  await Promise.all(children.map(listening));
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    pids: () => children.flatMap(({ pid }) => pid ?? []),
    async stop() {
      await Promise.all(children.map(end));
    },
  };
}

async function listening(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('A server of the comparison did not start.')));
  ended.catch(() => {}); // its end later on is no failure
  await Promise.race([once(child, 'message'), ended]);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL'); // it holds nothing that must be finished
  await once(child, 'exit');
}
