import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect } from 'node:tls';

const PATIENCE = 5_000;

/** `until`: when it ends, in seconds since the epoch; `refused`: why browsers do not believe it, undefined where they do. */
type Certificate = { readonly until: number; readonly refused: string | undefined };

/**
 * The certificate that is shown at an https address; undefined where none is. Nobody is refused here: one that has expired is
 * what we look for.
 */
export async function certificateAt(address: string): Promise<Certificate | undefined> {
  const { hostname, port } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const socket = connect({
    host,
    servername: isIP(host) ? '' : host,
    port: Number(port || 443),
    rejectUnauthorized: false,
  });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(PATIENCE) });
    const until = Date.parse(socket.getPeerCertificate().valid_to);
    const refused = socket.authorized ? undefined : String(socket.authorizationError);
    return Number.isNaN(until) ? undefined : { until: until / 1_000, refused };
  } finally {
    socket.destroy();
  }
}
