const begin = performance.now();

/** A line for the person at the terminal, with the seconds since the start. */
export function progress(line: string): void {
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`[${seconds.padStart(5)} s] ${line}`);
}
