import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thenUndo } from '../stack/undo-stack.ts';
import { proxyIsThere } from './proxy.ts';
import { runRolling } from './rolling.ts';

const there = proxyIsThere();
if (!there) console.warn('NOT TESTED: caddy is not installed, so no deploy under load was tested.');

test.skipIf(!there)(
  'while all three programs are replaced nobody is refused, nothing fails, and every mail arrives',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'salon-rolling-'));
    const options = { bookers: 6, lookers: 10, rounds: 1, drainSeconds: 2, folder, say: () => {} };
    const report = await thenUndo((undo) => runRolling(options, undo)).finally(() =>
      rmSync(folder, { recursive: true }),
    );
    expect(report.bookings.asked).toBeGreaterThan(10);
    expect(report.looks.asked).toBeGreaterThan(10);
    expect({ bookings: report.bookings.failed, looks: report.looks.failed }).toEqual({ bookings: [], looks: [] });
    expect(report.mails.bookings).toBeGreaterThan(10);
    expect(report.mails).toMatchObject({ lost: [], twice: [] });
    expect(report.claims.filter(({ violations }) => violations.length > 0)).toEqual([]);
  },
  180_000,
);
