/** Words, perhaps with something behind them. */
export type Span = { readonly text: string; readonly href?: string | undefined };

/** One thing a mail states: "Wann", and the lines that say it. */
export type Fact = {
  readonly label: string;
  readonly lines: readonly (readonly Span[])[];
  /** The lines are somebody's own, and stay lines also where there is room for one. */
  readonly asTyped?: boolean;
};

export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'button'; readonly label: string; readonly url: string };

/** What a mail says, before it is decided how it looks: both its parts are written from this. */
export type Letter = {
  readonly subject: string;
  /** What mail programs show beside the subject before the mail is opened. */
  readonly preview: string;
  /** The first line, which says the essential. */
  readonly lead: string;
  readonly blocks: readonly Block[];
  /** Said small, at the end. */
  readonly footnotes: readonly string[];
};

export const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });

export const fact = (label: string, ...lines: readonly (string | Span)[]): Fact => ({
  label,
  lines: lines.map((line) => [typeof line === 'string' ? { text: line } : line]),
});

/** A fact only where there is something to state. */
export const factIf = (label: string, text: string | null, href?: string): Fact[] =>
  text === null || text === '' ? [] : [fact(label, { text, href })];

/** What somebody wrote, line by line. */
export const typedFact = (label: string, text: string | null): Fact[] =>
  text === null || text === '' ? [] : [{ ...fact(label, ...text.split('\n')), asTyped: true }];
