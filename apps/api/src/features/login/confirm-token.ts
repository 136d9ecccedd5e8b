import { z } from 'zod';

const Claims = z.object({ updateTo: z.string().optional(), requestType: z.string().optional() });

/** What a link to confirm an address claims; the library has signed it, and checks that. */
export function claimsOf(token: string): z.infer<typeof Claims> {
  try {
    return Claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
  } catch {
    return {};
  }
}
