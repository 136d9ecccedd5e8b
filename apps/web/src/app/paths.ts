/** Every address of the page is made here. */
export const salonPath = (slug: string, query = '') => `/s/${encodeURIComponent(slug)}${query && `?${query}`}`;
export const legalPath = (slug: string, kind: string) => `${salonPath(slug)}/legal/${kind}`;
export const lostLinkPath = (slug: string) => `${salonPath(slug)}/lost-link`;
export const managePath = (token: string, query = '') => `/b/${token}${query && `?${query}`}`;
