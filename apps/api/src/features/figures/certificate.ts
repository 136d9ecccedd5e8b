import { once } from 'node:events';
import { connect } from 'node:tls';

const PATIENCE = 5_000;

/**
 * Until when the certificate is good that is shown at an https address, in seconds since the epoch; undefined where none
 * is shown. Whether anybody trusts it is not asked: one that has expired is what we look for.
 */
export async function certificateExpiry(address: string): Promise<number | undefined> {
  const { hostname, port } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const socket = connect({ host, servername: host, port: Number(port || 443), rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(PATIENCE) });
    const { valid_to } = socket.getPeerCertificate();
    const until = Date.parse(valid_to);
    return Number.isNaN(until) ? undefined : until / 1_000;
  } finally {
    socket.destroy();
  }
}
