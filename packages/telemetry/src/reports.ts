/** What a report is found by: `feature` is the part of the product, `fault` what kind of thing failed. */
export type ReportTags = {
  readonly salon?: string | undefined;
  readonly service?: string | undefined;
  readonly feature?: string | undefined;
  readonly route?: string | undefined;
  readonly method?: string | undefined;
  readonly status?: string | undefined;
  readonly code?: string | undefined;
  readonly fault?: 'database' | 'queue' | 'mail' | undefined;
  /** Of a mail. */
  readonly kind?: string | undefined;
};

export type Failure = {
  readonly error: unknown;
  /** `warning`: the product did what it is meant to do when it can do no more. */
  readonly level?: 'error' | 'warning';
};

/** How something ended, and whom it was for; a person by her id alone. */
export type Ending = {
  readonly tags: ReportTags;
  readonly user?: string | undefined;
  readonly failure?: Failure | undefined;
};

/** A request, or something that is done because of one: its steps are told with what goes wrong in it. */
export type Undertaking = {
  /** Does work as part of it. */
  within<T>(work: () => T): T;
  end(ending: Ending): void;
};

/** What is begun, and what is known of it from the start. */
export type About = { readonly name: string; readonly op: string; readonly tags?: ReportTags };

/** What reports errors: start-reports.ts, loaded only where somebody is told. */
export type Reporting = {
  begin(requestId: string | null, about: About): Undertaking;
  step(message: string): void;
  report(failure: Failure, tags: ReportTags): void;
  /** Sends what is left. */
  end(): Promise<void>;
};

let reporting: Reporting | undefined;

/** From now on somebody is told of what goes wrong in this process. */
export function reportWith(started: Reporting): void {
  reporting = started;
}

/** Whether anybody is told; where not, a request costs nothing more. */
export const isReporting = () => reporting !== undefined;

/** Begins a request, or work because of one; undefined where nobody is told. */
export const beginUndertaking = (requestId: string | null, about: About): Undertaking | undefined =>
  reporting?.begin(requestId, about);

/** Says how far something has come, in words that are about nobody. Told only if it fails. */
export const step = (message: string): void => reporting?.step(message);

/** Reports what is wrong, as part of what is being done; of a request its answer is what is reported. */
export const report = (failure: Failure, tags: ReportTags = {}): void => reporting?.report(failure, tags);

/** Sends what is left, before the process ends. */
export async function endReports(): Promise<void> {
  await reporting?.end();
}
