import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let owner: SignedInMember;
beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  owner = await signIn(api, salon, 'owner');
});
afterAll(() => api.close());

const ORANGE = { r: 154, g: 52, b: 18 };
const plain = (width = 300, height = 200) => sharp({ create: { width, height, channels: 3, background: ORANGE } });

/** A photo as a phone takes it: lying on its side, with the place it was taken at. */
const fromPhone = () =>
  plain(1200, 900)
    .withExif({
      IFD0: { Artist: 'GEHEIM Anna' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 33/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '9/1 59/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const photo = (of = salon.staff.Mia) => `/api/desk/${salon.id}/team/${of}/photo`;
const logo = () => `/api/desk/${salon.id}/settings/logo`;
const put = (url: string, bytes: Buffer, type = 'image/jpeg', by = owner) =>
  by.call('PUT', url, bytes, { 'content-type': type });
const see = (url: string) => api.app.inject({ url });
const count = () => api.prisma.picture.count({ where: { salonId: salon.id } });

describe('a photo from a phone', () => {
  test('is shown upright and small, and tells nothing of where it was taken', async () => {
    const bytes = await fromPhone();
    const sent = await sharp(bytes).metadata();
    expect([sent.orientation, (sent.exif?.length ?? 0) > 100]).toEqual([6, true]);
    const { status, body } = await put(photo(), bytes);
    expect(status).toBe(200);

    const shown = await see(body.url);
    expect([shown.statusCode, shown.headers['content-type'], shown.headers['x-content-type-options']]).toEqual([
      200,
      'image/webp',
      'nosniff',
    ]);
    expect(shown.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(shown.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    const { format, width, height, exif, icc, xmp } = await sharp(shown.rawPayload).metadata();
    expect({ format, width, height, exif, icc, xmp }).toEqual({ format: 'webp', width: 600, height: 800 });
    expect(shown.rawPayload.includes('GEHEIM')).toBe(false);

    const page = (await see(`/api/salons/${salon.slug}`)).json();
    expect(page.staff[0].photoUrl).toBe(body.url);
  });

  test('goes when another takes its place, or none does', async () => {
    const first = await put(photo(), await plain().png().toBuffer(), 'image/png');
    const second = await put(photo(), await plain(20, 20).webp().toBuffer(), 'image/webp');
    expect([(await see(first.body.url)).statusCode, (await see(second.body.url)).statusCode]).toEqual([404, 200]);
    expect(await count()).toBe(1);
    expect((await owner.call('DELETE', photo())).body).toEqual({ url: null });
    expect([await count(), (await see(second.body.url)).statusCode]).toEqual([0, 404]);
  });
});

test('a logo that was somewhere else is replaced by one of our own', async () => {
  await api.prisma.salon.update({ where: { id: salon.id }, data: { logoUrl: 'https://cdn.example/logo.png' } });
  const { body } = await put(logo(), await plain().avif({ effort: 0 }).toBuffer(), 'image/avif');
  const page = (await see(`/api/salons/${salon.slug}`)).json();
  expect(page.salon.logoUrl).toBe(body.url);
  await owner.call('DELETE', logo());
});

/** A blank PNG of so many pixels a side, one bit each: a few kilobytes that take gigabytes to decode, if it is large. */
function blank(edge: number): Buffer {
  const uint32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
  };
  const head = Buffer.concat([uint32(edge), uint32(edge), Buffer.from([1, 0, 0, 0, 0])]);
  const rows = deflateSync(Buffer.alloc((Math.ceil(edge / 8) + 1) * edge));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

test('a picture of few bytes and too many pixels is refused, a smaller one like it is not', async () => {
  const small = blank(1_000);
  const large = blank(16_000);
  expect(large.length).toBeLessThan(100_000);
  expect((await put(logo(), large, 'image/png')).body.code).toBe('image_refused');
  expect((await put(logo(), small, 'image/png')).status).toBe(200);
  await owner.call('DELETE', logo());
});

describe('what is no picture is refused, whatever it is called', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  test.each([
    ['a drawing that runs scripts', async () => Buffer.from(svg), 'image/png', 422],
    ['a page', async () => Buffer.from('<html><script>alert(1)</script>'), 'image/jpeg', 422],
    ['an animation with a script behind it', async () => Buffer.from('GIF89a<script>'), 'image/webp', 422],
    ['nothing', async () => Buffer.alloc(0), 'image/png', 422],
    ['half a photo', async () => (await fromPhone()).subarray(0, 3_000), 'image/jpeg', 422],
    ['more than five megabytes', async () => Buffer.alloc(5 * 1024 * 1024 + 1, 1), 'image/jpeg', 413],
    ['a drawing by its own name', async () => Buffer.from(svg), 'image/svg+xml', 415],
  ])('%s', async (_story, make, type, status) => {
    const answer = await put(photo(), await make(), type);
    expect(answer.status).toBe(status);
    expect(await count()).toBe(0);
  });

  test('words in place of a picture', async () => {
    const { status, body } = await owner.call('PUT', photo(), { url: 'https://example.org/x.png' });
    expect([status, body.code]).toEqual([422, 'image_refused']);
  });
});

test('staff put no pictures, and nobody into another salon', async () => {
  const mia = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
  const bytes = await plain(10, 10).png().toBuffer();
  expect((await put(photo(), bytes, 'image/png', mia)).body.code).toBe('forbidden');
  const other = await createSalon(api.prisma, { staff: ['Zoë'], services: {} });
  expect((await put(photo(other.staff.Zoë), bytes, 'image/png')).body.code).toBe('staff_not_found');
  expect(await count()).toBe(0);
});

test.each(['x.webp', `${'0'.repeat(36)}.webp`, '0197c9f0-0000-7000-8000-000000000000.webp', '..%2f..%2fx.webp'])(
  'no picture is at %s',
  async (file) => {
    expect((await see(`/api/pictures/${salon.id}/${file}`)).statusCode).toBeGreaterThanOrEqual(400);
  },
);
