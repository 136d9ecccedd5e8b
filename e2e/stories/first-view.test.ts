import { expect, test } from 'vitest';
import { FIRST_VIEW_LIMIT } from '../../apps/web/size/first-view.ts';
import { firstView, total } from '../browser/first-view.ts';
import { stage } from './stage.ts';

const { baseUrl, visitor } = stage();

test('somebody with a slow phone waits for little: the first view needs few scripts, and asks for nothing more', async () => {
  const page = await visitor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const scripts = await firstView(page, `${baseUrl}/s/demo`);
  expect(scripts).not.toEqual([]);
  expect(total(scripts)).toBeLessThanOrEqual(FIRST_VIEW_LIMIT);
  // Whoever has looked at it for a while is counted, once it is all there.
  const counts = '/api/salons/demo/steps';
  expect(asked.filter((path) => path.startsWith('/api/') && path !== counts)).toEqual([]);
});

test('who the salon is can be read before any script has run', async () => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto(`${baseUrl}/s/demo`);
  await page.getByRole('heading', { level: 1, name: 'Salon Elbe' }).waitFor();
  await page.getByText('Große Rainstraße 114, 22765 Hamburg').waitFor();
});

test('messengers and search engines see the salon in the page itself', async () => {
  const html = await (await fetch(`${baseUrl}/s/demo`)).text();
  expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toContain('Salon Elbe');
  const parts = ['name="description"', 'property="og:title"', 'property="og:description"', 'application/ld+json'];
  expect(parts.filter((part) => !html.includes(part))).toEqual([]);
});
