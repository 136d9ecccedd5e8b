const at = (slug: string, rest: string) => `/desk/${encodeURIComponent(slug)}/${rest}`;

/** Every address of the desk is made here. */
export const calendarPath = (slug: string, query = '') => `${at(slug, 'calendar')}${query && `?${query}`}`;
export const customersPath = (slug: string) => at(slug, 'customers');
export const customerPath = (slug: string, id: string) => at(slug, `customers/${id}`);
export const mergePath = (slug: string, id: string) => `${customerPath(slug, id)}/merge`;
export const cataloguePath = (slug: string) => at(slug, 'catalogue');
export const servicePath = (slug: string, id: string) => at(slug, `catalogue/${id}`);
export const newServicePath = (slug: string) => at(slug, 'catalogue/new');
export const teamPath = (slug: string) => at(slug, 'team');
export const staffPath = (slug: string, id: string) => at(slug, `team/${id}`);
export const figuresPath = (slug: string) => at(slug, 'figures');
export const settingsPath = (slug: string, part = '') => at(slug, part ? `settings/${part}` : 'settings');
export const membersPath = (slug: string) => at(slug, 'members');
export const auditPath = (slug: string) => at(slug, 'audit');
export const accountPath = '/desk/account';
export const newSalonPath = '/desk/new-salon';
export const signUpPath = '/desk/sign-up';
export const invitationPath = (token: string) => `/desk/invitation/${encodeURIComponent(token)}`;
export const resetPath = '/desk/reset';
/** Where to sign in, and where to go on afterwards. */
export const signInPath = (to = '') => (to ? `/desk/sign-in?${new URLSearchParams({ to })}` : '/desk/sign-in');
