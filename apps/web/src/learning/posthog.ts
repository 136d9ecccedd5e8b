import posthog from 'posthog-js/dist/module.slim.no-external';
import { called } from '../lib/api-origin.ts';
import type { Learning } from './tell.ts';
import { onlyKnown } from './wall.ts';

/** The library's storage, by what all its names hold. */
const OWN_STORAGE = /^(__)?ph_/;

let stopped = false;
let started = false;

/**
 * PostHog for one visitor who consented, as little of it as there can be: no profile, no cookie, no addresses, nothing that
 * happens by itself and nothing fetched. What it sends goes to our own API, event by event as the catalogue has it.
 */
export function postHog(projectKey: string, salon: string): Learning {
  stopped = false;
  if (started) posthog.set_config({ disable_persistence: false });
  started = true;
  posthog.init(projectKey, {
    api_host: new URL(called('/api/measure'), location.origin).href,
    person_profiles: 'identified_only',
    persistence: 'localStorage',
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
    before_send(captured) {
      const properties = captured && !stopped ? onlyKnown(captured.event, captured.properties) : undefined;
      if (!captured || !properties) return null;
      const { event, uuid, timestamp } = captured;
      return { event, uuid, ...(timestamp && { timestamp }), properties };
    },
  });
  return {
    capture: (event, said, timestamp) => void posthog.capture(event, { ...said, salon }, { timestamp }),
    visitor: () => posthog.get_distinct_id(),
    stop() {
      stopped = true;
      posthog.reset();
      posthog.set_config({ disable_persistence: true });
      for (const area of [localStorage, sessionStorage]) {
        for (const name of Object.keys(area)) if (OWN_STORAGE.test(name)) area.removeItem(name);
      }
    },
  };
}
