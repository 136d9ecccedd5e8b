const de = {
  language: 'de',
  title: 'Abgefangene Mails',
  why: 'Es ist kein Mailserver eingestellt (SMTP_URL). Darum wird nichts verschickt: Die neuesten 500 Mails liegen hier.',
  empty: 'Noch keine Mail. Buchen Sie einen Termin, dann liegt seine Bestätigung hier.',
  reload: 'Neu laden',
  back: 'Alle Mails',
  kinds: {
    confirmation: 'Bestätigung',
    requested: 'Anfrage',
    moved: 'Änderung',
    cancelled: 'Absage',
    reminder: 'Erinnerung',
    lost_link: 'Links',
    notice_booked: 'An den Salon: gebucht',
    notice_moved: 'An den Salon: geändert',
    notice_cancelled: 'An den Salon: abgesagt',
  } as Readonly<Record<string, string>>,
  from: 'Von',
  to: 'An',
  replyTo: 'Antwort an',
  caught: 'Abgefangen',
  kind: 'Art',
  messageId: 'Message-ID',
  html: 'So sieht sie aus',
  text: 'Als Text',
  calendar: 'Im Kalender',
  calendarDoes: {
    REQUEST: 'Trägt ein oder ersetzt',
    CANCEL: 'Nimmt heraus',
    PUBLISH: 'Trägt ein',
  } as Readonly<Record<string, string>>,
  sequence: (number: string) => `Fassung ${number}`,
  attachments: 'Anhänge',
  source: 'Quelltext',
  none: 'Keiner',
  bytes: (count: number) => `${count} Byte`,
};

export type InboxWords = typeof de;

const en: InboxWords = {
  language: 'en',
  title: 'Caught mail',
  why: 'No mail server is set (SMTP_URL), so nothing is sent: the newest 500 mails are kept here.',
  empty: 'No mail yet. Book an appointment and its confirmation will be here.',
  reload: 'Reload',
  back: 'All mail',
  kinds: {
    confirmation: 'Confirmation',
    requested: 'Request',
    moved: 'Change',
    cancelled: 'Cancellation',
    reminder: 'Reminder',
    lost_link: 'Links',
    notice_booked: 'To the salon: booked',
    notice_moved: 'To the salon: changed',
    notice_cancelled: 'To the salon: cancelled',
  },
  from: 'From',
  to: 'To',
  replyTo: 'Reply to',
  caught: 'Caught',
  kind: 'Kind',
  messageId: 'Message-ID',
  html: 'As it looks',
  text: 'As text',
  calendar: 'In the calendar',
  calendarDoes: { REQUEST: 'Adds or replaces', CANCEL: 'Removes', PUBLISH: 'Adds' },
  sequence: (number) => `version ${number}`,
  attachments: 'Attachments',
  source: 'Source',
  none: 'None',
  bytes: (count) => `${count} bytes`,
};

/** German, unless the browser asks for English first. */
export function inboxWords(acceptLanguage: string | undefined): InboxWords {
  const first = /\b(de|en)\b/i.exec(acceptLanguage ?? '')?.[1];
  return first?.toLowerCase() === 'en' ? en : de;
}
