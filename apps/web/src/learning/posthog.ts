import posthog, { type PostHog, type PostHogConfig } from 'posthog-js/dist/module.slim.no-external';
import { called } from '../lib/api-origin.ts';
import type { Learning } from './tell.ts';
import { onlyKnown } from './wall.ts';

let running: PostHog | undefined;
/** How often it was begun while this page is open: the library takes a name in a page's life once. */
let begun = 0;

/**
 * PostHog for one visitor who consented, as little of it as there can be: no profile, no cookie, no addresses, nothing that
 * happens by itself, nothing fetched and nothing stored: `visitor`, the number she has with us, is all that outlives a page. What
 * it sends goes to our own API, event by event as the catalogue has it.
 */
export function postHog(projectKey: string, salon: string, visitor: string): Learning {
  running ??= begin(projectKey, visitor);
  const own = running;
  return {
    capture: (event, said, timestamp) => void own.capture(event, { ...said, salon }, { timestamp }),
    stop() {
      running = undefined;
      // What waits to be sent, now or once more, is dropped: the library sends nothing unless this is set.
      own.__loaded = false;
    },
  };
}

function begin(projectKey: string, visitor: string): PostHog {
  begun += 1;
  const settings = {
    api_host: new URL(called('/api/measure'), location.origin).href,
    person_profiles: 'identified_only',
    // It would keep addresses of pages, and where she came from.
    persistence: 'memory',
    autocapture: false,
    rageclick: false,
    capture_pageview: false,
    capture_pageleave: false,
    capture_performance: false,
    capture_exceptions: false,
    capture_heatmaps: false,
    capture_dead_clicks: false,
    disable_session_recording: true,
    disable_surveys: true,
    disable_web_experiments: true,
    disable_product_tours: true,
    disable_conversations: true,
    disable_external_dependency_loading: true,
    advanced_disable_flags: true,
    advanced_disable_toolbar_metrics: true,
    save_campaign_params: false,
    save_referrer: false,
    bootstrap: { distinctID: visitor },
    before_send(captured) {
      const properties = captured ? onlyKnown(captured.event, captured.properties) : undefined;
      if (!captured || !properties) return null;
      const { event, uuid, timestamp } = captured;
      return { event, uuid, ...(timestamp && { timestamp }), properties };
    },
  } satisfies Partial<PostHogConfig>;
  return posthog.init(projectKey, settings, `visitor ${begun}`);
}
