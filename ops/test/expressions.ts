import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const OPS = join(import.meta.dirname, '..');

type Rule = {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly annotations?: { readonly runbook_url?: string };
};
type Panel = { readonly title?: string; readonly targets?: readonly { readonly expr?: string }[] };

/** The rules as Prometheus reads them. */
export function rules(): Rule[] {
  const { groups } = parse(readFileSync(join(OPS, 'prometheus/rules.yml'), 'utf8')) as { groups: { rules: Rule[] }[] };
  return groups.flatMap((group) => group.rules);
}

/** Every expression of rules and dashboards, and where it stands. */
export function expressions(): { readonly where: string; readonly expr: string }[] {
  const folder = join(OPS, 'grafana/dashboards');
  const ofDashboards = readdirSync(folder).flatMap((file) => {
    const { panels = [] } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { panels?: Panel[] };
    return panels.flatMap(({ title, targets = [] }) =>
      targets.map(({ expr = '' }) => ({ where: `${file}, ${title}`, expr })),
    );
  });
  return [...rules().map(({ alert, record, expr }) => ({ where: alert ?? record ?? '', expr })), ...ofDashboards];
}

const NOT_A_NAME = new Set(['and', 'or', 'unless', 'offset', 'by', 'without', 'on', 'ignoring', 'bool']);

/** The series an expression names: what is left without texts, labels, durations, numbers and functions. */
export function namesIn(expr: string): string[] {
  const bare = expr
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, ' ')
    .replace(/\boffset\s+\w+/g, ' ')
    .replace(/\b\d[\w.]*/g, ' ');
  const words = [...bare.matchAll(/[a-zA-Z_:][\w:]*(?!\w*\s*\()/g)].map(([word]) => word);
  return [...new Set(words.filter((word) => !NOT_A_NAME.has(word)))];
}
