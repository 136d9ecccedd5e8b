import { replayIntegration } from '@sentry/react';

/** Records how the page is used: every text masked, no picture, no address, in this page alone. */
export const makeRecorder = () =>
  replayIntegration({
    ...{ maskAllText: true, maskAllInputs: true, blockAllMedia: true, stickySession: false },
    // What is sent is looked at once more, and its worker would need a hole in the page's policy.
    useCompression: false,
    networkDetailAllowUrls: [],
    networkCaptureBodies: false,
  });
