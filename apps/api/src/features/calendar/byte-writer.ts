/** Text that grows as bytes; what is added is garbage at once, so megabytes of it cost no more than their length. */
export type ByteWriter = ReturnType<typeof byteWriter>;

/** Of UTF-8, for a unit of a string. */
const LONGEST = 3;

export function byteWriter(expected: number) {
  let bytes = Buffer.allocUnsafe(expected);
  let end = 0;
  return {
    add(text: string): void {
      const needed = end + text.length * LONGEST;
      if (needed > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(needed, bytes.length * 2));
        bytes.copy(larger, 0, 0, end);
        bytes = larger;
      }
      end += bytes.write(text, end);
    },
    /** What was written so far; nothing may be added afterwards. */
    written: (): Buffer => bytes.subarray(0, end),
  };
}
