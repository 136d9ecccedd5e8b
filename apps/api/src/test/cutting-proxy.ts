import { connect, createServer, type Socket } from 'node:net';

/**
 * A wire that can be cut at the worst moment: after something has been sent, before its answer
 * comes back. Loopback only.
 */
export async function cuttingProxy(target: { host: string; port: number }) {
  let armed: { when: string; cuts: number } | undefined;
  let cuts = 0;
  const open = new Set<Socket>();

  const server = createServer((near) => {
    const far = connect(target.port, target.host);
    let cutting = false;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (data) => {
      if (armed !== undefined && armed.cuts > 0 && data.includes(armed.when)) {
        armed.cuts -= 1;
        cutting = true;
      }
      far.write(data);
    });
    far.on('data', (data) => {
      if (!cutting) near.write(data);
      else if (near.readyState === 'open') {
        cuts += 1;
        near.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    /** Cuts the next `times` connections on which `when` is sent, once it has been answered. */
    cutAfter(when: string, times = 1) {
      armed = { when, cuts: times };
    },
    cuts: () => cuts,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
