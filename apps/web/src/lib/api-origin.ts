/** Where the API is, if not where this page came from: said when the page is built (build/api-origin.ts). */
const ORIGIN = import.meta.env.VITE_API_ORIGIN ?? '';

/** An address of the API as it is called from here; any other one, such as a file's of the page, as it is. */
export const called = (path: string) => (path.startsWith('/api/') ? ORIGIN + path : path);

/** With cookies, wherever the API is. */
export const CALLED = { credentials: 'include' } as const;
