import { plainProfile } from '@salon/reports/plain-profile';
import { makeNodeTransport } from '@sentry/node';

/** The library's way out; a profile passes none of its hooks before, and is cut down here. */
export const plainTransport: typeof makeNodeTransport = (options) => {
  const transport = makeNodeTransport(options);
  return {
    ...transport,
    send([about, items]) {
      const plain = items.map(([item, payload]) => [
        item,
        item.type === 'profile_chunk' ? plainProfile(payload as object) : payload,
      ]);
      return transport.send([about, plain] as Parameters<typeof transport.send>[0]);
    },
  };
};
