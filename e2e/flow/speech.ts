import { de, type Messages } from '../../apps/web/src/i18n/de.ts';
import { deDu } from '../../apps/web/src/i18n/de-du.ts';
import { en } from '../../apps/web/src/i18n/en.ts';
import { type Formats, formats } from '../../apps/web/src/lib/formats.ts';

/** The words of the page, by which stories find their way. */
export type Speech = { readonly t: Messages; readonly f: Formats };

export const SIE: Speech = { t: de, f: formats('de') };
export const DU: Speech = { t: deDu, f: formats('de') };
export const ENGLISH: Speech = { t: en, f: formats('en') };
