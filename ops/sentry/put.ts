import { ALERTS } from './alerts.ts';
import { putAlerts } from './put-alerts.ts';

// node ops/sentry/put.ts, with what it needs in the environment: ops/README.md.
const {
  SENTRY_AUTH_TOKEN: token,
  SENTRY_ORG: org,
  SENTRY_PROJECT: project,
  SENTRY_URL: url = 'https://sentry.io',
} = process.env;
if (!token || !org || !project) {
  console.error('SENTRY_AUTH_TOKEN (with alerts:write), SENTRY_ORG and SENTRY_PROJECT are needed.');
  process.exit(78);
}
for (const line of await putAlerts({ url, org, project, token }, ALERTS)) console.log(line);
