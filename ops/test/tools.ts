import { onPath } from '../../proof/tools/on-path.ts';

/** Programs of Prometheus; Debian calls one of them by a name of its own. */
export const PROMETHEUS = onPath('prometheus');
export const PROMTOOL = onPath('promtool');
export const ALERTMANAGER = onPath('prometheus-alertmanager') ?? onPath('alertmanager');

if (!PROMETHEUS || !PROMTOOL || !ALERTMANAGER) {
  console.warn(
    'NOT TESTED: prometheus, promtool and alertmanager are not all installed, so what needs them was skipped.',
  );
}
