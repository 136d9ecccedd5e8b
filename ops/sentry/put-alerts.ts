import type { Alert } from './alerts.ts';

/** Whose alerts they are: one project of one organization. */
export type Project = { readonly url: string; readonly org: string; readonly project: string; readonly token: string };

/**
 * Puts alerts into a project of Sentry: those it has by that name are replaced, others are left alone. Returns what was
 * done, a line for each. Throws what Sentry refused.
 */
export async function putAlerts({ url, org, project, token }: Project, alerts: readonly Alert[]): Promise<string[]> {
  const rules = new URL(`/api/0/projects/${encodeURIComponent(org)}/${encodeURIComponent(project)}/rules/`, url);
  const ask = async (address: URL, method: string, body?: object) => {
    const answer = await fetch(address, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${address.pathname}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const known = new Map(
    ((await ask(rules, 'GET')) as { id: string; name: string }[]).map(({ id, name }) => [name, id]),
  );
  const done: string[] = [];
  for (const one of alerts) {
    const id = known.get(one.name);
    await ask(id === undefined ? rules : new URL(`${id}/`, rules), id === undefined ? 'POST' : 'PUT', one);
    done.push(`${id === undefined ? 'made' : 'replaced'}: ${one.name}`);
  }
  return done;
}
