import { type Agent, request } from 'node:http';

/** Sends a body with its idempotency key to this machine; the status of the answer, which is read and thrown away. */
export function postJson(agent: Agent, port: number, path: string, key: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': key,
    };
    const sent = request(
      { agent, host: '127.0.0.1', port, path, method: 'POST', headers, timeout: 10_000 },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    sent.once('timeout', () => sent.destroy(new Error('no answer within ten seconds')));
    sent.end(body);
  });
}
