/** Text that is HTML already; only {@link html} makes it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: text is escaped, lists are joined, `null` and `false` leave nothing. */
export type Insert = string | number | Markup | readonly Insert[] | null | false;

/**
 * A tagged template of HTML. Everything inserted is escaped so that it is safe as text and inside a quoted attribute;
 * whether an address may be linked is for the caller to say.
 */
export function html(literals: TemplateStringsArray, ...inserts: Insert[]): Markup {
  let text = literals[0] ?? '';
  for (const [index, insert] of inserts.entries()) text += written(insert) + (literals[index + 1] ?? '');
  return new Markup(text);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function written(insert: Insert): string {
  if (insert === null || insert === false) return '';
  if (insert instanceof Markup) return insert.text;
  if (typeof insert === 'object') return insert.map(written).join('');
  return String(insert).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
