import { complaints } from '../../settings.ts';
import { type Finding, ok, warn, wrong } from './finding.ts';

type Environment = Record<string, string | undefined>;

/** Whether API and worker could start with these settings, and what of them would surprise. */
export function checkSettings(environment: Environment): Finding[] {
  // API and worker both read most of them.
  const said = new Map(complaints(environment).map(({ name, message }) => [name, message]));
  const bad = [...said].map(([name, message]) =>
    wrong('settings', `${name}: ${message}`, 'Correct it where this setting is made; .env.example says what it does.'),
  );
  return [
    ...(bad.length > 0 ? bad : [ok('settings', 'API and worker can start with them')]),
    ...surprises(environment),
  ];
}

function surprises({ NODE_ENV, PUBLIC_URL, APP_SECRET }: Environment): Finding[] {
  const found: Finding[] = [];
  const host = PUBLIC_URL !== undefined && URL.canParse(PUBLIC_URL) ? new URL(PUBLIC_URL).hostname : 'localhost';
  if (NODE_ENV === 'production' && ['localhost', '127.0.0.1', '[::1]'].includes(host)) {
    const todo = 'Set PUBLIC_URL to the address customers use.';
    found.push(warn('links', 'those in mails lead to this machine alone', todo));
  }
  const secrets = (APP_SECRET ?? '').split(',').length;
  if (secrets > 1) {
    const todo = 'Once nothing needs the old one: npm run ops -- rotate-secret --retire';
    found.push(warn('secret', `${secrets} secrets verify, the first signs`, todo));
  }
  return found;
}
