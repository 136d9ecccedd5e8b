import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { deskDe as t } from '../../apps/web/src/desk/i18n/de.ts';
import { PHONE } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { desks } from './at-the-desk.ts';
import { stage } from './stage.ts';

const play = stage();
const { baseUrl, visitor } = play;
const atTheDesk = desks(play);

/** A photo as a phone takes it: lying on its side, with who took it and where. */
const fromPhone = () =>
  sharp({ create: { width: 1200, height: 900, channels: 3, background: '#9a3412' } })
    .withExif({ IFD0: { Artist: 'GEHEIM Anna' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 33/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const choose = (page: Page, label: string, name: string, buffer: Buffer) =>
  page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: 'image/jpeg', buffer });

/** A picture a page shows, once it is there: its address, and what is left in it of what the camera wrote. */
async function shown(page: Page, selector: string) {
  const picture = page.locator(selector).first();
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
  const src = (await picture.getAttribute('src')) ?? '';
  const bytes = await (await page.request.get(new URL(src, baseUrl).href)).body();
  const { width, height, exif, icc, xmp } = await sharp(bytes).metadata();
  const upright = width < height;
  return { upright, left: [exif, icc, xmp, bytes.includes('GEHEIM')] };
}
const CLEAN = { upright: true, left: [undefined, undefined, undefined, false] };

test('a photo and a logo from her phone are on the booking page at once, and tell nothing of where they were taken', async () => {
  const { elbe, page, open, saved } = await atTheDesk(PHONE);
  const photo = await fromPhone();
  expect((await sharp(photo).metadata()).exif?.includes('GEHEIM')).toBe(true);
  await open(`team/${elbe.staffId('Ada')}`, 'Ada');
  await choose(page, t.team.photo, 'IMG_0815.jpg', photo);
  await saved();
  await page.getByRole('button', { name: t.setUp.otherPicture }).waitFor();
  await expectFit(page, 'a person with a photo');

  await open('settings/looks', t.settings.title);
  await choose(page, t.settings.logo, 'IMG_0816.jpg', photo);
  await page.getByRole('button', { name: t.setUp.otherPicture }).waitFor();

  const shop = await visitor();
  const flow = bookingFlow(shop);
  await flow.open(baseUrl, elbe.slug);
  expect(await shown(shop, 'img')).toEqual(CLEAN);
  await flow.chooseService('Haarschnitt');
  await shop.getByRole('link', { name: 'Ada' }).waitFor();
  expect(await shown(shop, 'main img')).toEqual(CLEAN);

  await page.getByRole('button', { name: t.setUp.removePicture }).click();
  await page.getByRole('button', { name: t.setUp.choosePicture }).waitFor();
});

test('what is called .jpg and is none is refused in words, and nothing is shown for it', async () => {
  const { elbe, page, open } = await atTheDesk();
  await open(`team/${elbe.staffId('Ada')}`, 'Ada');
  await choose(page, t.team.photo, 'urlaub.jpg', Buffer.from('Liebe Ada, das ist kein Bild.'));
  await page.getByRole('alert').filter({ hasText: t.problems.image_refused }).waitFor();
  await expectFit(page, 'a picture refused');
  await choose(page, t.team.photo, 'gross.jpg', Buffer.alloc(5 * 1024 * 1024 + 1, 1));
  await page.getByRole('alert').filter({ hasText: t.setUp.pictureTooLarge }).waitFor();
  await page.getByRole('button', { name: t.setUp.choosePicture }).waitFor();
});
