import type { MailModel } from '../mail.ts';
import { deDu } from './de-du.ts';
import { deSie, type Words } from './de-sie.ts';
import { en } from './en.ts';

/** The words of a mail: English has one form of address, German the salon's. */
export function wordsFor({ locale, addressForm }: Pick<MailModel, 'locale' | 'addressForm'>): Words {
  if (locale === 'en') return en;
  return addressForm === 'du' ? deDu : deSie;
}
