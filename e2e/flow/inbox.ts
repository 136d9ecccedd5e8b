import type { BrowserContext, Page } from 'playwright-core';
import { SIE, type Speech } from './speech.ts';

type MailLink = { readonly baseUrl: string; readonly id: string; readonly link: string };

/** Opens a mail as it looks, and follows the link in it; returns the page that it opens. */
export async function openMailLink(context: BrowserContext, mail: MailLink): Promise<Page> {
  const reader = await context.newPage();
  await reader.goto(`${mail.baseUrl}/inbox/${mail.id}/html`);
  const opened = context.waitForEvent('page');
  await reader.getByRole('link', { name: mail.link }).first().click();
  const page = await opened;
  await reader.close();
  return page;
}

/** Follows the link of a customer's mail to her visit. */
export async function followMail(context: BrowserContext, mail: MailLink, { t }: Speech = SIE): Promise<Page> {
  const page = await openMailLink(context, mail);
  await page.getByRole('heading', { level: 1, name: t.manage.titles.booked }).waitFor();
  return page;
}
