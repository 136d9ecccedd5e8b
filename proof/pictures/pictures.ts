import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { againstTheLimit, Limit } from './against-the-limit.ts';
import { flameGraph, Profile } from './flame-graph.ts';
import { LoadVerdict, latencyOverTime, Series } from './latency-over-time.ts';
import { Faults, recovery } from './recovery.ts';
import type { Picture } from './style.ts';

/** The published results a picture is drawn from, and how; `folder` holds them. */
type Drawing = { readonly from: readonly string[]; draw(folder: string): Picture };

/** The pictures of docs/proof by their names. */
export const PICTURES: Readonly<Record<string, Drawing>> = {
  'latency-over-time': {
    from: ['load-public-booking-series.json', 'load-public-booking.json'],
    draw: (folder) =>
      latencyOverTime(
        read(folder, 'load-public-booking-series.json', Series),
        read(folder, 'load-public-booking.json', LoadVerdict),
      ),
  },
  'against-the-limit': {
    from: ['limit.json'],
    draw: (folder) => againstTheLimit(read(folder, 'limit.json', Limit)),
  },
  'flame-graph': {
    from: ['profile.json'],
    draw: (folder) => flameGraph(read(folder, 'profile.json', Profile)),
  },
  recovery: {
    from: ['faults.json'],
    draw: (folder) => recovery(read(folder, 'faults.json', Faults)),
  },
};

function read<T extends z.ZodType>(folder: string, file: string, schema: T): z.infer<T> {
  return schema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}
