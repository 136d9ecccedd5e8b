import type { Closure, SalonConfig } from '@salon/domain/salon/salon-config';
import type { SalonScope } from '../../scope/salon-scope.ts';

/** A salon as one process knows it: the rules' configuration, and what is shown beside it. */
export type Salon = {
  readonly scope: SalonScope;
  readonly config: SalonConfig;
  readonly profile: SalonProfile;
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly services: ReadonlyMap<string, ServiceListing>;
  readonly staff: ReadonlyMap<string, StaffListing>;
  /** Those not in use, too: a visit may have been booked there before. */
  readonly stations: ReadonlyMap<string, { readonly name: string; readonly kind: string }>;
  readonly closures: readonly (Closure & { readonly name: string })[];
};

export type SalonProfile = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  readonly addressForm: 'sie' | 'du';
  readonly phone: string | null;
  readonly email: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly pausedMessage: string | null;
  readonly description: string | null;
  /** `#rrggbb` in lower case. */
  readonly colour: string | null;
  /** https, or a path beside the page; so are the photos of staff. */
  readonly logoUrl: string | null;
  /** Each plain text, or an https link. */
  readonly legal: {
    readonly imprint: string | null;
    readonly privacy: string | null;
    readonly terms: string | null;
  };
  readonly pricesIncludeVat: boolean;
  readonly bookButton: string | null;
  /** Whether its visitors may be asked to be measured. */
  readonly visitorStatistics: boolean;
};

export type StaffListing = {
  readonly name: string;
  readonly title: string | null;
  readonly photoUrl: string | null;
  /** Of her column in the calendar: `#rrggbb` in lower case. */
  readonly colour: string | null;
};

export type ServiceListing = {
  readonly name: string;
  readonly description: string | null;
  readonly categoryId: string;
  readonly priceFrom: boolean;
};
