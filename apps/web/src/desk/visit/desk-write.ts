/** One change of the day book, as plain data, so that it outlives a reload: sent as often as needed, done once. */
export type DeskWrite = {
  /** What makes it one deed however often it is sent; another body needs another key. */
  readonly key: string;
  readonly method: 'post' | 'put';
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Writes on one thing (a visit, by its id) wait for each other. */
  readonly lane: string;
  /** It names all of what it changes, so an earlier one on the same that was refused matters no more. */
  readonly whole?: boolean;
};

/** How far a write is that is not settled yet. */
export type Pending = {
  readonly write: DeskWrite;
  readonly state:
    | 'queued'
    | 'sending'
    /** No answer, or too busy: the same is sent again by itself. */
    | 'waiting'
    /** A fault of the server's that did not pass; it is sent again when somebody asks for it. */
    | 'stuck';
  readonly why: 'no_answer' | 'busy' | null;
};
