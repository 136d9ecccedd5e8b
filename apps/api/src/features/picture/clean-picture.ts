import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { AppError } from '../../errors/app-error.ts';

/** What may be sent; told by the bytes, whatever the request calls it. An SVG is a program, not a picture. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;
/** Pixels that are taken apart at most: a camera's 50 million, not a bomb's billions. */
const MOST_PIXELS = 50_000_000;
/** Edge of what is kept: sharp on the largest place a page shows it. */
const LARGEST_EDGE = 800;
/** Decoding takes memory and a core: one picture at a time per process, the next one waits. */
let turn: Promise<unknown> = Promise.resolve();

const refused = (detail: string) => new AppError('image_refused', detail);

/**
 * A picture as we serve it: turned upright, at most 800 pixels wide and high, WebP, without anything the camera wrote into it
 * (place, time, owner). Whatever cannot be decoded as a whole is refused with `image_refused`.
 */
export async function cleanPicture(bytes: Buffer): Promise<Buffer> {
  const type = await fileTypeFromBuffer(bytes);
  if (!PICTURE_TYPES.some((known) => known === type?.mime)) throw refused('Only JPEG, PNG, WebP and AVIF can be used.');
  const mine = turn.then(
    () => encode(bytes),
    () => encode(bytes),
  );
  turn = mine.catch(() => undefined);
  return mine;
}

async function encode(bytes: Buffer): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize(LARGEST_EDGE, LARGEST_EDGE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: 10 })
      .toBuffer();
  } catch {
    throw refused('The picture is damaged, or too large in pixels.');
  }
}
