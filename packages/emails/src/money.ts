import type { MailModel } from './mail.ts';

const TAG = { de: 'de-DE', en: 'en-GB' };
const made = new Map<string, Intl.NumberFormat>();

/** An amount in minor units as a price list writes it: "35 €", "35,50 €". */
export function money(locale: MailModel['locale'], minorUnits: number, currency: string): string {
  const key = `${locale} ${currency}`;
  let format = made.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(TAG[locale], { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
    made.set(key, format);
  }
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(minorUnits / 10 ** maximumFractionDigits);
}
