import { isIPv4 } from 'node:net';
import type { StartSettings } from '../settings.ts';
import type { DemoLogin } from './demo-logins.ts';

type Welcome = {
  port: number;
  publicUrl: string;
  dataDir: string;
  logs: string;
  inbox: boolean;
  logins: readonly DemoLogin[];
};

/** The addresses, and how to stop: what somebody at the terminal looks for. */
export async function printWelcome({ port, publicUrl, dataDir, logs, inbox, logins }: Welcome): Promise<void> {
  const lines: [string, string][] = [];
  if (await hasDemo(port)) lines.push(['Book at the demo salon', `${publicUrl}/s/demo`]);
  if (logins.length > 0) lines.push(['Run its day', `${publicUrl}/desk`], ...logins.map(signInLine));
  if (inbox) lines.push(['Its mails (none is sent)', `${publicUrl}/inbox`]);
  lines.push(['API and its pages', `${publicUrl}/api/docs`], ['Data', dataDir], ['Logs', logs]);
  const width = Math.max(...lines.map(([what]) => what.length));
  console.log('');
  for (const [what, where] of lines) console.log(`  ${what.padEnd(width)}  ${where}`);
  console.log('\n  Ctrl-C stops everything; the data stays.\n');
}

/** A password is told while it is the one made at the first start; whoever has set another one knows it. */
export function signInLine({ email, password }: DemoLogin): [string, string] {
  return [`  as ${email.split('@')[0]}`, `${email}, password ${password ?? 'your own'}`];
}

/**
 * Whether the caught mails can be read at the public address: without a mail server; in production only where that
 * address is the machine's own name for itself, since the API shows them to nobody else.
 */
export function inboxCanBeOpened(settings: Pick<StartSettings, 'SMTP_URL' | 'NODE_ENV'>, publicUrl: string): boolean {
  if (settings.SMTP_URL !== undefined) return false;
  const host = new URL(publicUrl).hostname;
  return (
    settings.NODE_ENV !== 'production' ||
    host === 'localhost' ||
    host === '[::1]' ||
    (isIPv4(host) && host.startsWith('127.'))
  );
}

async function hasDemo(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/salons/demo`).catch(() => undefined);
  // Read to its end: an answer that nobody goes on reading keeps the API from closing for as long as it may.
  await answer?.arrayBuffer();
  return answer?.ok ?? false;
}
