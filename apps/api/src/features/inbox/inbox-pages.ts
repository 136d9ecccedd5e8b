import { html, type Insert, type Markup } from '@salon/emails/html';
import type { CalendarWords } from './calendar-in-words.ts';
import type { MailLine } from './inbox.repo.ts';
import type { InboxWords } from './inbox.words.ts';
import type { ReadMail } from './read-mail.ts';

/** All caught mails, the newest first. */
export function listPage(words: InboxWords, mails: readonly MailLine[]): string {
  const body = html`<h1>${words.title}</h1>
<p>${words.why}</p>
<p><a href="/inbox">${words.reload}</a></p>
${
  mails.length === 0
    ? html`<p class="card">${words.empty}</p>`
    : html`<ol class="card mails">${mails.map((mail) => mailItem(words, mail))}</ol>`
}`;
  return page(words, words.title, body);
}

function mailItem(words: InboxWords, { id, caughtAt, kind, recipient, subject }: MailLine): Markup {
  return html`<li>
<a href="/inbox/${id}">${subject}</a>
<p class="soft">${recipient} · ${words.kinds[kind] ?? kind} · ${moment(words, caughtAt)}</p>
</li>
`;
}

/** One mail: as it looks, as text, what it does to a calendar, what is attached. */
export function mailPage(words: InboxWords, line: MailLine, mail: ReadMail): string {
  const { id, subject, kind, caughtAt } = line;
  const facts: [string, Insert][] = [
    [words.from, mail.from],
    [words.to, mail.to],
    [words.replyTo, mail.replyTo],
    [words.kind, words.kinds[kind] ?? kind],
    [words.caught, moment(words, caughtAt)],
    [words.messageId, mail.messageId],
  ];
  const body = html`<p><a href="/inbox">${words.back}</a></p>
<h1>${subject}</h1>
<dl class="card">${facts.map(([label, value]) => value !== '' && html`<div><dt>${label}</dt><dd>${value}</dd></div>\n`)}</dl>
<h2 id="html">${words.html}</h2>
<iframe class="card" title="${words.html}: ${subject}" src="/inbox/${id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<h2 id="text">${words.text}</h2>
<pre class="card" tabindex="0" role="region" aria-labelledby="text">${mail.text === undefined ? words.none : withLinks(mail.text)}</pre>
${mail.calendars.length > 0 && html`<h2>${words.calendar}</h2>\n${mail.calendars.map((calendar) => calendarCard(words, calendar))}`}
<h2>${words.attachments}</h2>
${attachmentList(words, id, mail)}
<p><a href="/inbox/${id}/source">${words.source}</a></p>`;
  return page(words, subject, body);
}

/** Text with its addresses to press: those inside the frame cannot be reached by everything that reads a page. */
function withLinks(text: string): Insert[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) =>
      index % 2 === 0 ? part : html`<a href="${part}" target="_blank" rel="noreferrer">${part}</a>`,
    );
}

function calendarCard(words: InboxWords, calendar: CalendarWords): Markup {
  const { method, summary, location, startsAt, endsAt, sequence } = calendar;
  return html`<div class="card"><p>${words.calendarDoes[method] ?? method}: <strong>${summary}</strong></p>
<p>${moment(words, new Date(startsAt))} – ${moment(words, new Date(endsAt))}</p>
<p>${location}</p>
<p class="soft">${words.sequence(sequence)}</p></div>`;
}

function attachmentList(words: InboxWords, id: string, { attachments }: ReadMail): Markup {
  if (attachments.length === 0) return html`<p class="soft">${words.none}</p>`;
  return html`<ul>${attachments.map(
    ({ filename, mimeType, content }, index) =>
      html`<li><a href="/inbox/${id}/attachments/${index}">${filename}</a> <span class="soft">${mimeType}, ${words.bytes(content.byteLength)}</span></li>`,
  )}</ul>`;
}

/** In the machine's own zone, which is named: the inbox is for whoever sits at it. */
function moment({ language }: InboxWords, date: Date): Markup {
  const text = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(date);
  return html`<time datetime="${date.toISOString()}">${text}</time>`;
}

function page({ language }: InboxWords, title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/inbox/inbox.css">
</head>
<body><main>
${body}
</main></body>
</html>
`.text;
}
