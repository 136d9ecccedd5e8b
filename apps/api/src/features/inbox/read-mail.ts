import PostalMime, { type Address } from 'postal-mime';
import { type CalendarWords, calendarInWords } from './calendar-in-words.ts';

/** A mail taken apart for looking at. */
export type ReadMail = {
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  readonly messageId: string;
  readonly html: string | undefined;
  readonly text: string | undefined;
  /** What each calendar it carries would do; the same one sent in two forms counts once. */
  readonly calendars: readonly CalendarWords[];
  readonly attachments: readonly { readonly filename: string; readonly mimeType: string; readonly content: Buffer }[];
};

export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw);
  const parts = mail.attachments.map(({ filename, mimeType, content }) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
    return { filename, mimeType, content: isCalendar(mimeType) ? withCrlf(bytes) : bytes };
  });
  const calendars = parts.filter(({ mimeType }) => isCalendar(mimeType));
  const files = new Set(calendars.map(({ content }) => content.toString()));
  return {
    from: addresses(mail.from === undefined ? [] : [mail.from]),
    to: addresses(mail.to),
    replyTo: addresses(mail.replyTo),
    messageId: mail.messageId ?? '',
    html: mail.html,
    text: mail.text,
    calendars: [...files].map(calendarInWords).filter((words) => words !== undefined),
    // A part without a name is another form of the mail, not a file beside it.
    attachments: parts.flatMap(({ filename, ...part }) => (filename === null ? [] : [{ filename, ...part }])),
  };
}

const isCalendar = (mimeType: string) => mimeType === 'text/calendar' || mimeType === 'application/ics';

/** The parser ends the lines of a calendar its own way; calendars end theirs with CRLF (RFC 5545, 3.1). */
const withCrlf = (bytes: Buffer) => Buffer.from(bytes.toString().replace(/\r?\n/g, '\r\n'));

function addresses(list: readonly Address[] = []): string {
  return list
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address }) => (name === '' ? address : `${name} <${address}>`))
    .join(', ');
}
