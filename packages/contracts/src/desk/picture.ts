import { z } from 'zod';
import { Id } from '../wire.ts';

/** Where the picture is now; null: there is none. */
export const PictureAnswer = z.object({ url: z.string().nullable() });

export const PictureParams = z.object({
  salonId: Id,
  file: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.webp$/),
});
