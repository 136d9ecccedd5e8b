/** Where pages report to: the API they came from. */
export const REPORTS_PATH = '/api/reports';
/** The element of a page's document that says how it reports. */
export const PAGE_SETTINGS_ID = 'reports';

/** How a page reports what breaks on it, and which share of visits it records. */
export type PageSettings = {
  readonly dsn: string;
  readonly environment: string;
  readonly release: string;
  readonly traces: number;
  readonly replay: { readonly sessions: number; readonly errors: number };
};
