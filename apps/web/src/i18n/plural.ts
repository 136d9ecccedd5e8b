const rules = new Map<string, Intl.PluralRules>();

/** "1 Termin", "3 Termine": the number with the form that its language asks for. */
export function plural(locale: string, n: number, forms: { readonly one: string; readonly other: string }): string {
  let rule = rules.get(locale);
  if (!rule) {
    rule = new Intl.PluralRules(locale);
    rules.set(locale, rule);
  }
  // A number and its word stay on one line.
  return `${n.toLocaleString(locale)}\u00a0${rule.select(n) === 'one' ? forms.one : forms.other}`;
}
