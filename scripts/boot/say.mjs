/**
 * A line about what boot does, with the seconds since it began. On stderr, so that an answer on stdout stays alone.
 * @param {string} line
 */
export function say(line) {
  console.error(`[${process.uptime().toFixed(1).padStart(5)} s] ${line}`);
}

/**
 * Ends with one sentence that says what to do.
 * @param {string} sentence
 * @returns {never}
 */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
