import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { DESK_DE, deskFlow } from '../flow/desk.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
const { t } = DESK_DE;
const day = inDays(1);

test('Ben sees his own day and whom he serves; what is others’ is not his, and an address says so kindly', async () => {
  // Ada alone does colours, Ben alone dries.
  const elbe = await salon({ crew: { Ada: ['Färben'], Ben: ['Föhnen'] } });
  const hers = { email: customer().email, name: 'Greta Lindner' };
  const his = { email: customer().email, name: 'Jonas Weber' };
  await bookByApi(baseUrl, { slug: elbe.slug, date: day, time: '08:00', services: ['Färben'], ...hers });
  await bookByApi(baseUrl, { slug: elbe.slug, date: day, time: '10:00', services: ['Föhnen'], ...his });
  const [adas] = await elbe.visitsOf(hers.email);

  const page = await visitor({ viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, elbe.id, { role: 'staff', staffId: elbe.staffId('Ben') }));
  const desk = deskFlow(page);
  await page.goto(`${baseUrl}/desk/${elbe.slug}/calendar?view=day&date=${day}`);
  const visit = page.getByRole('button', { name: /^10:00 bis 10:30, Jonas Weber/ });
  await visit.waitFor();
  expect(await desk.column('Ada').count()).toBe(0);
  expect(await page.getByRole('button', { name: /Greta Lindner/ }).count()).toBe(0);
  // He marks how his visit goes.
  await desk.tap(visit);
  await desk.panel('Jonas Weber').getByText(/25\s€/).first().waitFor();
  await desk.button(t.visit.panel.arrived).click();
  await desk.toast('Jonas Weber ist da').waitFor();

  // Another's visit is none of his, even by its address.
  await page.goto(`${baseUrl}/desk/${elbe.slug}/calendar?view=day&date=${day}&visit=${adas?.id}`);
  await page.getByText(t.problems.booking_not_found).first().waitFor();
  expect(await page.getByText('Greta Lindner').count()).toBe(0);

  await page.goto(`${baseUrl}/desk/${elbe.slug}/customers`);
  await page.getByRole('link', { name: /^Jonas Weber/ }).waitFor();
  expect(await page.getByText('Greta Lindner').count()).toBe(0);

  const areas = page.getByRole('navigation').first();
  expect(await areas.getByRole('link', { name: t.settings.title }).count()).toBe(0);
  for (const closed of ['settings', 'members']) {
    await page.goto(`${baseUrl}/desk/${elbe.slug}/${closed}`);
    await page.getByRole('heading', { name: t.shell.forbidden }).waitFor();
  }
  // A salon he does not work in is like one that is not there.
  const other = await salon();
  await page.goto(`${baseUrl}/desk/${other.slug}/calendar`);
  await page.getByText(t.shell.notFound).first().waitFor();
});
