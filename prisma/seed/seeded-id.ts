import type { Random } from './random.ts';

/** A UUIDv7 of an instant (epoch milliseconds) whose random part is drawn from a seed. */
export function seededId(random: Random, instant: number): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(instant, 0, 6);
  bytes.writeUInt16BE(0x7000 | (random.bits() & 0x0fff), 6);
  bytes.writeUInt32BE((0x8000_0000 | (random.bits() & 0x3fff_ffff)) >>> 0, 8);
  bytes.writeUInt32BE(random.bits(), 12);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
